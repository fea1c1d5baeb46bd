import type { ColumnType, Generated } from 'kysely';
import type { Allergy, AllergyStatement } from './allergies/allergy.ts';
import type { Result } from './results/result.ts';
import type { VitalSet } from './vitals/vital-set.ts';

type Stored<Row extends { readonly labels: unknown }> = Omit<Row, 'labels'> & { labels: Generated<readonly string[]> };
// `pg` prints arrays as PostgreSQL arrays and objects as JSON; JSON columns are written as text so that neither is guessed.
type Json<T> = ColumnType<T, string, never>;

export interface ObservationTables {
  'observations.allergy': Stored<Allergy>;
  'observations.allergyStatement': AllergyStatement & { id: string; patientId: string; programId: string; reason: string };
  'observations.result': Omit<Stored<Result>, 'values'> & { values: Json<Result['values']> };
  'observations.vitalSet': Omit<Stored<VitalSet>, 'measured'> & { measured: Json<VitalSet['measured']> };
}
