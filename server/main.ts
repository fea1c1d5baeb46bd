import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { attendance } from '#server/attendance/index.ts';
import { assessments } from '#server/assessments/index.ts';
import { audit } from '#server/audit/index.ts';
import { billing } from '#server/billing/index.ts';
import { caseloads } from '#server/caseloads/index.ts';
import { careplans } from '#server/careplans/index.ts';
import { groups } from '#server/groups/index.ts';
import { homes } from '#server/homes/index.ts';
import { charting } from '#server/charting/index.ts';
import { documents } from '#server/documents/index.ts';
import { desk } from '#server/desk/index.ts';
import { disclosures } from '#server/disclosures/index.ts';
import { intake } from '#server/intake/index.ts';
import { identity, resolveCaller } from '#server/identity/index.ts';
import { observations } from '#server/observations/index.ts';
import { margin } from '#server/margin/index.ts';
import { reviews } from '#server/reviews/index.ts';
import { patients } from '#server/patients/index.ts';
import {
  buildServer,
  mail,
  machineClock,
  openDatabase,
  startWorkers,
  Subscriptions,
  type Clock,
  type Config,
  type Job,
  type Module,
  type Workers,
  type Workshop,
} from '#server/platform/index.ts';
import { mindfulOfEmergencies, privacy } from '#server/privacy/index.ts';
import { medications } from '#server/medications/index.ts';
import { programs } from '#server/programs/index.ts';
import { residence } from '#server/residence/index.ts';
import { scheduling } from '#server/scheduling/index.ts';
import { teams } from '#server/teams/index.ts';
import { stays } from '#server/stays/index.ts';
import { together } from '#server/together/index.ts';
import { tracks } from '#server/tracks/index.ts';
import { timeline } from '#server/timeline/index.ts';
import { transitions } from '#server/transitions/index.ts';

/** Every context, in the order of `modules.ts`. */
export const contexts: readonly Module[] = [
  identity,
  audit,
  privacy,
  patients,
  programs,
  teams,
  scheduling,
  residence,
  charting,
  observations,
  documents,
  assessments,
  medications,
  careplans,
  groups,
  together,
  attendance,
  timeline,
  billing,
  tracks,
  transitions,
  stays,
  intake,
  desk,
  margin,
  reviews,
  disclosures,
  caseloads,
  homes,
];

export const allJobs: readonly Job[] = [...mail.jobs, ...contexts.flatMap((context) => context.jobs)];

/** What a running product needs from whoever starts it. */
export interface ProductParts {
  readonly config: Config;
  /** Address of the migrated database as the application role. */
  readonly databaseUrl: string;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly webFolder?: string;
}

/** The product, assembled but not yet listening. `stop` finishes what is under way and lets go of everything. */
export interface Product {
  readonly workshop: Workshop;
  readonly http: FastifyInstance;
  stop(): Promise<void>;
}

async function maybeWork(workshop: Workshop, url: string, log: Logger): Promise<Workers | undefined> {
  return workshop.config.MOORING_JOBS === 'on' ? startWorkers(workshop, allJobs, url, log) : undefined;
}

/** Puts the product together: database, contexts, jobs, HTTP. */
export async function assemble({ config, databaseUrl, log, clock = machineClock, webFolder }: ProductParts): Promise<Product> {
  const database = openDatabase(databaseUrl, { size: config.DATABASE_POOL, onError: (error) => log.warn({ error: error.message }, 'a database connection broke') });
  const workshop: Workshop = { config, database, clock, subscriptions: new Subscriptions(allJobs) };
  const http = await buildServer({
    workshop,
    routes: contexts.flatMap((context) => context.routes),
    live: contexts.flatMap((context) => context.live ?? []),
    resolveCaller: mindfulOfEmergencies(resolveCaller),
    log,
    webFolder,
  });
  const workers = await maybeWork(workshop, databaseUrl, log);
  return {
    workshop,
    http,
    async stop() {
      await http.close();
      await workers?.stop();
      await database.close();
    },
  };
}
