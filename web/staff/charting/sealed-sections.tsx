import { Badge, Stack, Table, Text } from '@mantine/core';
import { formattedLines, type RenderedPart } from '#server/charting/templates/templates.contract.ts';

interface Section {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly parts?: readonly ShownPart[] | undefined;
}
type ShownPart = { readonly [Key in keyof RenderedPart]: RenderedPart[Key] | undefined } & Pick<RenderedPart, 'key' | 'label' | 'text'>;

/** Bold, italics and lists as they were marked. */
function Formatted({ text }: { readonly text: string }) {
  return formattedLines(text).map(({ mark, runs }, line) => (
    // oxlint-disable-next-line react/no-array-index-key -- lines of a text that does not change
    <div key={line} style={mark ? { paddingLeft: '1.6em', textIndent: '-1.2em' } : { minHeight: '1.55em' }}>
      {mark && `${mark} `}
      {runs.map(({ text: words, bold, italic }, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place} style={{ fontWeight: bold ? 650 : undefined, fontStyle: italic ? 'italic' : undefined }}>
          {words}
        </span>
      ))}
    </div>
  ));
}

function Part({ part, isAlone }: { readonly part: ShownPart; readonly isAlone: boolean }) {
  return (
    <div>
      {!isAlone && (
        <Text size="sm" c="dimmed" component="h3" m={0}>
          {part.label}{' '}
          {part.carried && (
            <Badge size="xs" variant="light" color="yellow">
              carried forward
            </Badge>
          )}
        </Text>
      )}
      {isAlone && part.carried && (
        <Badge size="xs" variant="light" color="yellow">
          carried forward
        </Badge>
      )}
      {part.rows ? (
        <Table maw={720} verticalSpacing={4} fz="sm" aria-label={part.label}>
          {part.head && (
            <Table.Thead>
              <Table.Tr>
                {part.head.map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
          )}
          <Table.Tbody>
            {part.rows.map((row) => (
              <Table.Tr key={row.join('|')}>
                {row.map((cell, place) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <Table.Td key={place}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap', lineHeight: 1.55 }} maw={720} component="div">
          {part.formatted ? <Formatted text={part.text} /> : part.text}
        </Text>
      )}
    </div>
  );
}

/** The sections of a note as they were signed, or of a form as its preview reads. */
export function SealedSections({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <Stack gap="md">
      {sections
        .filter(({ text }) => text !== '')
        .map(({ key, label, text, parts = [{ key, label, text }] }) => (
          <section key={key}>
            <Text fw={620} size="sm" mb={2} component="h2" m={0}>
              {label}
            </Text>
            <Stack gap={6}>
              {parts.map((part) => (
                <Part key={part.key} part={part} isAlone={parts.length === 1 && part.label === label} />
              ))}
            </Stack>
          </section>
        ))}
    </Stack>
  );
}
