import type { AccessLine } from './access-line.ts';

/** Purposes of use in words that a patient reads. */
const reasons: Readonly<Record<string, string>> = {
  TREAT: 'to treat you',
  ETREAT: 'in an emergency',
  HPAYMT: 'for payment',
  HOPERAT: 'to run the practice',
  PATRQT: 'because you asked',
  HLEGAL: 'for a legal matter',
  HRESCH: 'for research',
  SYSADMIN: 'to keep the system running',
};

/** A line as the patient reads it. */
export interface ReportLine {
  readonly day: Temporal.PlainDate;
  readonly who: string;
  readonly why: string;
  readonly what: string;
  readonly times: number;
}

function roleWords(roles: readonly string[]): string {
  return roles.length === 0 ? 'a member of the staff' : `a member of the staff (${roles.map((role) => role.replaceAll('-', ' ')).join(', ')})`;
}

/** Who did it: a name when the organisation tells names, else the role; the system itself has no name to hide. */
export function whoWords(line: Pick<AccessLine, 'actorKind' | 'actorName' | 'roles'>, namesStaff: boolean): string {
  if (line.actorKind === 'system') return 'the system itself';
  return namesStaff ? line.actorName : roleWords(line.roles);
}

/** A line of the log in plain words. Parts without words of their own are named as they are. */
export function reportLine(line: AccessLine, namesStaff: boolean, words: Readonly<Record<string, string>>): ReportLine {
  const what = [...new Set(line.parts.map((part) => words[part] ?? part.replaceAll('-', ' ')))].join(', ');
  return { day: line.day, who: whoWords(line, namesStaff), why: reasons[line.purpose] ?? line.purpose, what, times: line.times };
}
