import { FirstRun } from '#server/identity/set-up/set-up.contract.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { complaints } from '../../ui/form/complaints.ts';

const address = { line1: '', line2: '', city: '', state: '', zip: '' };

/** A site nothing is known of yet; `key` tells it from the others on the screen. */
export function emptySite(timeZone: string, key: string) {
  return { key, name: '', phone: '', npi: '', timeZone, address };
}

/** The code in the address that the console shows, as in `/#set-up=CODE`; empty when somebody came another way. */
export function codeInAddress(hash: string): string {
  return new URLSearchParams(hash.slice(1)).get('set-up') ?? '';
}

/** The empty form of the first run; the browser's time zone is the best guess for the clinic's. */
export function emptyFirstRun(timeZone: string, setUpCode = '') {
  return {
    setUpCode,
    organisation: { name: '', taxId: '', npi: '', taxonomy: '', phone: '', email: '', timeZone, address },
    sites: [emptySite(timeZone, '0')],
    administrator: { givenName: '', familyName: '', email: '', password: '' },
  };
}
export type FirstRunValues = ReturnType<typeof emptyFirstRun>;

/** What is sent. Empty sections stay as empty objects, so that each missing field is named. */
export function firstRunBody({ setUpCode, organisation, sites, administrator }: FirstRunValues): object {
  return {
    setUpCode,
    organisation: withoutBlanks(organisation),
    sites: sites.map(({ key: _key, ...site }) => withoutBlanks(site)),
    administrator: withoutBlanks(administrator),
  };
}

const steps: readonly (readonly string[])[] = [['organisation'], ['sites'], ['administrator', 'setUpCode']];

/** What is wrong on one step. */
export function complaintsOfStep(step: number, values: FirstRunValues): Record<string, string> {
  const parts = steps[step] ?? [];
  return Object.fromEntries(Object.entries(complaints(FirstRun, firstRunBody(values))).filter(([path]) => parts.some((part) => path.startsWith(part))));
}

/** The first step on which something is wrong; undefined when all is well. */
export function firstStepWith(values: FirstRunValues): number | undefined {
  const step = steps.findIndex((_, index) => Object.keys(complaintsOfStep(index, values)).length > 0);
  return step === -1 ? undefined : step;
}
