import 'vitest';
import type { SmallClinic } from '#demo/small-clinic.ts';

/** The moment at which the clock of every clinic stands when its test begins. */
export const clinicOpens = Temporal.Instant.from('2026-11-23T18:00:00Z');

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser address of the test server's maintenance database. */
    postgresUrl: string;
    /** Name of the migrated database without an organisation. Nobody may connect to it; it is there to be copied. */
    templateDatabase: string;
    /** Name of the database that each clinic is copied from. */
    clinicDatabase: string;
    /** Who and what is in that clinic. */
    smallClinic: SmallClinic;
    /** The master key of all test databases, in hexadecimal. */
    masterKey: string;
  }
}
