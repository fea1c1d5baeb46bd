import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser address of the test server's maintenance database. */
    postgresUrl: string;
    /** Name of the migrated database that each clinic is copied from. Nobody may connect to it. */
    templateDatabase: string;
    /** The master key of all test databases, in hexadecimal. */
    masterKey: string;
  }
}
