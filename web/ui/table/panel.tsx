import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  /** A line under the title, in words. */
  readonly says?: ReactNode;
  /** Tables reach to the edges; text keeps its distance. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, actions, says, flush = false, children }: PanelProps) {
  return (
    <Paper component="section" className={classes.panel} aria-label={title}>
      <Group justify="space-between" className={classes.head} gap="xs" wrap="nowrap">
        <div>
          <Title order={2} className={classes.title}>
            {title}
          </Title>
          {says && (
            <Text size="xs" c="dimmed">
              {says}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </Paper>
  );
}
