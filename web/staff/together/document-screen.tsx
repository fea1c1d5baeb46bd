import { Anchor, Badge, Button, Grid, Group, Stack, Text } from '@mantine/core';
import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DocumentReply, type SectionReply } from '#server/together/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { useLiveSocket, useSharedText } from '../../ui/journal/use-shared-text.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { LeftOver } from './left-over.tsx';
import { Remarks } from './remarks.tsx';
import { SectionEditor } from './section-editor.tsx';
import classes from './together.module.css';

const askAgainMs = 10_000;

function useAct(document: DocumentReply) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => api.post(`/team-documents/${document.id}${path}`, DocumentReply, body),
    onSuccess: (reply) => queries.setQueryData(['team-document', document.id], reply),
  });
}

function OpenSection({ document, section, socket }: { readonly document: DocumentReply; readonly section: SectionReply; readonly socket: HocuspocusProviderWebsocket }) {
  const { staff } = useMe();
  const text = useSharedText(socket, section.id, { id: staff.id, name: staff.displayName });
  const signing = useAct(document);
  if (!text) return <Waiting label={`Opening ${section.label}`} />;
  return (
    <Stack gap="xs">
      <SectionEditor
        section={section}
        text={text}
        me={{ id: staff.id, name: staff.displayName }}
        isSigning={signing.isPending}
        onSign={(words) => signing.mutate({ path: `/sections/${section.id}/signature`, body: { text: words } })}
      />
      {signing.isError && <Failed error={signing.error} />}
    </Stack>
  );
}

function SignedSection({ signed }: { readonly signed: NonNullable<SectionReply['signed']> }) {
  return (
    <Stack gap={6}>
      <p className={classes.signed}>{signed.text}</p>
      <Text size="xs" c={signed.intact ? 'dimmed' : 'red'}>
        Signed by {[signed.by, signed.credential].filter(Boolean).join(', ')} on {moment(signed.at)}. Seal {signed.digest.slice(0, 16)}
        {signed.intact ? '' : ': the words are not those that were signed'}
      </Text>
    </Stack>
  );
}

const anyOf = new Intl.ListFormat('en-US', { type: 'disjunction' });
const disciplineWords = (roles: readonly string[]) => anyOf.format(roles.map((role) => role.replace('-', ' ')));

function SectionPart({ document, section, socket }: { readonly document: DocumentReply; readonly section: SectionReply; readonly socket: HocuspocusProviderWebsocket }) {
  return (
    <Panel
      title={section.label}
      says={`${section.signed ? 'Signed' : 'To be signed'} by ${disciplineWords(section.disciplines)}${section.required ? '' : ', if there is something to say'}`}
      actions={section.signed ? <Badge variant="light">signed</Badge> : undefined}
    >
      <Stack gap="sm">
        {section.signed ? (
          <>
            <SignedSection signed={section.signed} />
            <LeftOver sectionId={section.id} sealed={section.signed.text} socket={socket} />
          </>
        ) : document.closedAt ? (
          <Text size="sm" c="dimmed">
            Nothing was written here.
          </Text>
        ) : (
          <OpenSection document={document} section={section} socket={socket} />
        )}
        <Remarks document={document} sectionId={section.id} label={section.label} />
      </Stack>
    </Panel>
  );
}

function Closing({ document }: { readonly document: DocumentReply }) {
  const me = useMe();
  const closing = useAct(document);
  if (document.closedAt && document.noteId)
    return (
      <Panel title="Closed" says="The sealed note is the record: what is wrong in it is put right by an addendum there.">
        <Group gap="md">
          <Anchor component={Link} to={`/signed-notes/${document.noteId}`} size="sm">
            Open the sealed note
          </Anchor>
          <Anchor href={`/api/notes/${document.noteId}/print`} target="_blank" size="sm">
            Print
          </Anchor>
        </Group>
      </Panel>
    );
  return (
    <Panel
      title="Close the document"
      says={`Led by ${document.leadName}`}
      actions={
        document.leadId === me.staff.id && (
          <Button loading={closing.isPending} disabled={document.obstacles.length > 0} onClick={() => closing.mutate({ path: '/closing', body: {} })}>
            Close and seal
          </Button>
        )
      }
    >
      {document.obstacles.length === 0 && <Text size="sm">Everything is signed.</Text>}
      {document.obstacles.map(({ says }) => (
        <Text key={says} size="xs" c="dimmed">
          {says}
        </Text>
      ))}
      {closing.isError && <Failed error={closing.error} />}
    </Panel>
  );
}

/** A document that several disciplines write at once: a panel a section, each signed by its own, the whole closed by its lead. */
export function DocumentScreen() {
  const { documentId } = useParams({ strict: false }) as { documentId: string };
  const socket = useLiveSocket('/live/sections');
  const found = useQuery({
    queryKey: ['team-document', documentId],
    queryFn: () => api.get(`/team-documents/${documentId}`, DocumentReply, {}, { quiet: true }),
    refetchInterval: askAgainMs,
  });
  // What is typed must outlive a lost network: only a document that was never there is a failure.
  if (!found.data) return found.isError ? <Failed error={found.error} retry={() => void found.refetch()} /> : <Waiting label="Opening the document" />;
  const document = found.data;
  return (
    <Page
      title={document.name}
      actions={
        <Text size="sm" c="dimmed">
          <Anchor component={Link} to={`/patients/${document.patientId}/team-documents`} size="sm" underline="always">
            {document.patientName}
          </Anchor>
          , {document.programName}
        </Text>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {document.sections.map((section) => (
              <SectionPart key={section.id} document={document} section={section} socket={socket} />
            ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }} className={classes.aside}>
          <Closing document={document} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
