import { Button, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Me } from '#server/identity/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useMe } from './session.ts';

// Typing, clicking and scrolling anywhere is activity; the server hears of it at most once in this time.
const reportEverySeconds = 60;
const warnBeforeSeconds = 60;

/** Keeps a session awake while somebody works, and warns a minute before it ends. What is typed is kept in any case. */
export function IdleWarning() {
  const { idleMinutes } = useMe();
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  useEffect(() => {
    let activeAt = Date.now();
    let reportedAt = Date.now();
    const hear = () => {
      activeAt = Date.now();
      if (activeAt - reportedAt < reportEverySeconds * 1000) return;
      reportedAt = activeAt;
      void api.get('/me', Me).catch(() => undefined);
    };
    const kinds = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;
    for (const kind of kinds) window.addEventListener(kind, hear, { passive: true });
    const watch = setInterval(() => {
      const left = idleMinutes * 60 - Math.round((Date.now() - activeAt) / 1000);
      setSecondsLeft(left <= warnBeforeSeconds ? Math.max(0, left) : null);
    }, 1000);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, hear);
      clearInterval(watch);
    };
  }, [idleMinutes]);
  const stay = () => void api.get('/me', Me).catch(() => undefined);
  return (
    <Modal opened={secondsLeft !== null} onClose={stay} title="Are you still there?" size="sm">
      <Text size="sm" mb="md">
        You will be signed out in {secondsLeft ?? 0} seconds. Everything you typed is kept.
      </Text>
      <Button onClick={stay} data-autofocus>
        Stay signed in
      </Button>
    </Modal>
  );
}
