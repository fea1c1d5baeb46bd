import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form beside the page: what one writes about stays in sight. */
export function Dialog({ title, opened, onClose, wide = false, children }: DialogProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={wide ? 'xl' : 'lg'}
      title={title}
      keepMounted={false}
      styles={{ title: { fontWeight: 620, fontSize: '1.05rem' } }}
    >
      {children}
    </Drawer>
  );
}
