import { Stack, Text, Title } from '@mantine/core';
import type { ConsentPage } from '#server/privacy/consents/consents.contract.ts';

/** The form in the patient's language, large enough to be read together. */
export function ConsentText({ consent: { text, language } }: { readonly consent: ConsentPage }) {
  return (
    <Stack gap="sm" lang={language}>
      <Title order={3} size="h4">
        {text.title}
      </Title>
      {text.paragraphs.map(({ heading, text: words }) => (
        <div key={heading + words}>
          {heading && (
            <Text size="xs" fw={600} c="dimmed">
              {heading}
            </Text>
          )}
          <Text>{words}</Text>
        </div>
      ))}
    </Stack>
  );
}
