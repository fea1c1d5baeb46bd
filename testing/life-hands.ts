import type { Client, Clinic } from './clinic.ts';

/** The word that a life is written in: wherever somebody types freely it stands, so that it can be told apart from what the program writes itself. */
export const freeWord = 'heronfeather';

/** Whoever takes part in a life, and where the record of it is made. */
export interface Hands {
  readonly clinic: Clinic;
  readonly desk: Client;
  readonly therapist: Client;
  readonly therapistId: string;
  readonly nurse: Client;
  readonly officer: Client;
  readonly patientId: string;
  readonly programId: string;
}

/** The free word as an editor sends it that keeps what others typed. */
export const typed = { base: '', text: freeWord };
