import { FileButton, Group, Image, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Coverage } from '#server/patients/coverage/coverage.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import classes from './card-pictures.module.css';
import { useRefreshPatient } from './patient-queries.ts';

type Side = 'front' | 'back';

interface CardSideProps {
  readonly coverage: z.infer<typeof Coverage>;
  readonly side: Side;
  readonly mayChange: boolean;
}

function CardSide({ coverage, side, mayChange }: CardSideProps) {
  const refresh = useRefreshPatient(coverage.patientId);
  // The address of the picture stays the same when the picture changes; the count makes the browser ask again.
  const [changes, setChanges] = useState(0);
  const path = `/coverages/${coverage.id}/card/${side}`;
  const upload = useMutation({
    mutationFn: (file: File) => api.upload(path, file),
    onSuccess: () => {
      setChanges(changes + 1);
      return refresh();
    },
    onError: tellProblem,
  });
  const hasPicture = side === 'front' ? coverage.hasFrontOfCard : coverage.hasBackOfCard;
  if (hasPicture && !mayChange) return <Image className={classes.card} src={`/api${path}?v=${changes}`} alt={`${side} of the card`} />;
  if (!mayChange) return null;
  return (
    <FileButton
      accept="image/png,image/jpeg,image/webp"
      onChange={(file) => file && upload.mutate(file)}
      inputProps={{ 'aria-label': `Picture of the ${side} of the card` }}
    >
      {(props) => (
        <UnstyledButton {...props} className={classes.card} disabled={upload.isPending} aria-label={`${hasPicture ? 'Replace' : 'Add'} the ${side} of the card`}>
          {hasPicture ? (
            <Image src={`/api${path}?v=${changes}`} alt={`${side} of the card`} />
          ) : (
            <Stack align="center" gap={4} c="dimmed">
              <IconCamera size={20} stroke={1.5} aria-hidden />
              <Text size="xs">{upload.isPending ? 'Uploading…' : `Add the ${side}`}</Text>
            </Stack>
          )}
        </UnstyledButton>
      )}
    </FileButton>
  );
}

/** Both sides of an insurance card, taken with the camera of a phone or chosen from files. */
export function CardPictures({ coverage, mayChange }: Omit<CardSideProps, 'side'>) {
  return (
    <Group gap="sm">
      <CardSide coverage={coverage} side="front" mayChange={mayChange} />
      <CardSide coverage={coverage} side="back" mayChange={mayChange} />
    </Group>
  );
}
