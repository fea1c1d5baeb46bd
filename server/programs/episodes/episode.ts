import type { Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';

export type EpisodeId = Id<'Episode'>;
export type Source = 'self' | 'family' | 'physician' | 'hospital' | 'payer' | 'school' | 'court' | 'another-program' | 'other';
type Day = Temporal.PlainDate;

/** A stay in a program as far as it has come. Each state has the dates that it needs and no others. */
export type EpisodeStage =
  | { readonly state: 'referral'; readonly referredOn: Day }
  | { readonly state: 'screening'; readonly referredOn: Day; readonly screenedOn: Day }
  | { readonly state: 'admitted'; readonly referredOn: Day; readonly screenedOn: Day | null; readonly admittedOn: Day }
  | {
      readonly state: 'discharged';
      readonly referredOn: Day;
      readonly screenedOn: Day | null;
      readonly admittedOn: Day;
      readonly endedOn: Day;
      readonly endReason: string;
    }
  | { readonly state: 'declined'; readonly referredOn: Day; readonly screenedOn: Day | null; readonly endedOn: Day; readonly endReason: string };

export type EpisodeStateName = EpisodeStage['state'];

/** A step from one state to the next. */
export type Step =
  | { readonly step: 'screening'; readonly on: Day }
  | { readonly step: 'admission'; readonly on: Day }
  | { readonly step: 'discharge'; readonly on: Day; readonly reason: string }
  | { readonly step: 'declination'; readonly on: Day; readonly reason: string };

export type StepName = Step['step'];

/** Tables of schema `programs` that hold episodes. */
export interface EpisodeTables {
  'programs.episode': {
    id: string;
    patientId: string;
    programId: string;
    labels: Generated<string[]>;
    state: EpisodeStateName;
    source: Source;
    reason: string | null;
    referredOn: Day;
    screenedOn: Generated<Day | null>;
    screeningNote: Generated<string | null>;
    admittedOn: Generated<Day | null>;
    endedOn: Generated<Day | null>;
    endReason: Generated<string | null>;
    endNote: Generated<string | null>;
    primaryClinicianId: Generated<string | null>;
    createdAt: Temporal.Instant;
    createdBy: string | null;
  };
}
