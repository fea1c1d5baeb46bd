import type { z } from 'zod';
import { today } from '#server/patients/index.ts';
import { action, refuseIf, type DomainEvent, type Tx } from '#server/platform/index.ts';
import { episodeAdmitted, episodeDeclined, episodeDischarged } from '../events.ts';
import type { EpisodeStage, Step } from './episode.ts';
import { obstaclesToStep, stageAfter } from './episode.rules.ts';
import type { AdmitEpisode, DeclineEpisode, DischargeEpisode, ScreenEpisode } from './episodes.contract.ts';
import { lockEpisode, stageOf, updateEpisode, type EpisodeRow } from './episodes.store.ts';

type OfEpisode<Body extends z.ZodType> = z.output<Body> & { readonly episodeId: string };

function columnsOf(stage: EpisodeStage) {
  return {
    state: stage.state,
    screenedOn: 'screenedOn' in stage ? stage.screenedOn : null,
    admittedOn: 'admittedOn' in stage ? stage.admittedOn : null,
    endedOn: 'endedOn' in stage ? stage.endedOn : null,
    endReason: 'endReason' in stage ? stage.endReason : null,
  };
}

interface StepTaken {
  readonly step: Step;
  readonly more?: Parameters<typeof updateEpisode>[2];
  readonly announce?: (facts: { episodeId: string; patientId: string; programId: string }) => DomainEvent;
}

async function take(tx: Tx, episodeId: string, { step, more = {}, announce }: StepTaken): Promise<{ id: string; state: EpisodeRow['state'] }> {
  const row = await lockEpisode(tx, episodeId);
  const stage = stageOf(row);
  refuseIf(obstaclesToStep(stage, step, await today(tx)), 409);
  const after = stageAfter(stage, step);
  await updateEpisode(tx, episodeId, { ...columnsOf(after), ...more });
  tx.touch({ kind: 'episode', id: episodeId, patientId: row.patientId, programId: row.programId, fields: ['state'], details: { state: after.state } });
  if (announce) await tx.record(announce({ episodeId, patientId: row.patientId, programId: row.programId }));
  return { id: episodeId, state: after.state };
}

/** Looks at whether the program fits the person. */
export const screenEpisode = action('episode.screen', (tx, { episodeId, on, note }: OfEpisode<typeof ScreenEpisode>) =>
  take(tx, episodeId, { step: { step: 'screening', on: Temporal.PlainDate.from(on) }, more: { screeningNote: note ?? null } }),
);

/** Admits a person to the program. */
export const admitEpisode = action('episode.admit', (tx, { episodeId, on, primaryClinicianId }: OfEpisode<typeof AdmitEpisode>) =>
  take(tx, episodeId, {
    step: { step: 'admission', on: Temporal.PlainDate.from(on) },
    more: { primaryClinicianId: primaryClinicianId ?? null },
    announce: episodeAdmitted,
  }),
);

/** Ends a stay. */
export const dischargeEpisode = action('episode.discharge', (tx, { episodeId, on, reason, note }: OfEpisode<typeof DischargeEpisode>) =>
  take(tx, episodeId, { step: { step: 'discharge', on: Temporal.PlainDate.from(on), reason }, more: { endNote: note ?? null }, announce: episodeDischarged }),
);

/** Ends a referral without an admission, with the reason. */
export const declineEpisode = action('episode.decline', (tx, { episodeId, on, reason, note }: OfEpisode<typeof DeclineEpisode>) =>
  take(tx, episodeId, { step: { step: 'declination', on: Temporal.PlainDate.from(on), reason }, more: { endNote: note ?? null }, announce: episodeDeclined }),
);
