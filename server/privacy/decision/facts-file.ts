import { policyVersion } from '../jurisdictions/pack.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import { factsFile } from './decision.contract.ts';
import type { Facts, RuleFacts } from './request.ts';

/** The rules of the jurisdiction, those that the file lists in place of its own. */
function rulesOf(jurisdiction: string | undefined, listed: readonly RuleFacts[] | undefined): readonly RuleFacts[] {
  if (listed === undefined) return rulesFor(jurisdiction ?? 'federal');
  const codes = new Set(listed.map(({ code }) => code));
  return jurisdiction === undefined ? listed : [...rulesFor(jurisdiction).filter(({ code }) => !codes.has(code)), ...listed];
}

/** Facts from parsed JSON. Rules are those of the named jurisdiction, and where the file lists some, those first. Throws a ZodError that names each wrong field. */
export function readFacts(json: unknown): Facts {
  const { jurisdiction, rules, policyVersion: version, ...facts } = factsFile.parse(json);
  return { ...facts, policyVersion: version ?? policyVersion, rules: rulesOf(jurisdiction, rules) };
}
