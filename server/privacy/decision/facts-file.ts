import { policyVersion } from '../jurisdictions/pack.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import { factsFile } from './decision.contract.ts';
import type { Facts } from './request.ts';

/** Facts from parsed JSON; rules come from the named jurisdiction where the file lists none. Throws a ZodError that names each wrong field. */
export function readFacts(json: unknown): Facts {
  const { jurisdiction, rules, policyVersion: version, ...facts } = factsFile.parse(json);
  return { ...facts, policyVersion: version ?? policyVersion, rules: rules ?? rulesFor(jurisdiction ?? 'federal') };
}
