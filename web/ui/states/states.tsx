import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAnchor, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.ts';
import classes from './states.module.css';

/** A page: its title, what can be done on it, and its content. */
export function Page({
  title,
  actions,
  children,
  width,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: number;
}) {
  return (
    <Stack gap="md" maw={width} mx={width ? 'auto' : undefined}>
      <Group justify="space-between" align="center" gap="sm">
        <Title order={1}>{title}</Title>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

/** Shown only when waiting takes long enough to be noticed. */
export function Waiting({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <Center py="xl" role="status" aria-label={label}>
      <Loader type="dots" />
    </Center>
  );
}

/** What went wrong and the way on. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { title, lines } = wordsOf(error);
  return (
    <Alert color="orange" title={title} role="alert">
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {retry && (
        <Button mt="sm" size="xs" variant="light" color="orange" leftSection={<IconRefresh size={14} />} onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

/** Nothing here, said so that one knows whether that is good. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" className={classes.empty} data-empty>
      <IconAnchor size={26} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text c="dimmed" size="sm" ta="center" maw={420}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
