import type { Seat, Session } from './session.ts';

const chipWords: Readonly<Record<string, string>> = {
  active: 'active',
  attentive: 'attentive',
  quiet: 'quiet',
  supportive: 'supportive of others',
  reluctant: 'reluctant',
  tearful: 'tearful',
  disruptive: 'disruptive',
};

const absenceWords: Readonly<Record<string, string>> = {
  'no-word': 'did not come and gave no word',
  illness: 'was ill',
  transport: 'had no way to come',
  'work-or-family': 'was held up by work or family',
  forgot: 'forgot',
  excused: 'was excused',
  other: 'was absent for another reason',
};

function participation({ chips, arrivedAt, leftAt }: Seat): string {
  const words = [...chips.map((chip) => chipWords[chip] ?? chip), ...(arrivedAt === null ? [] : ['came late']), ...(leftAt === null ? [] : ['left early'])];
  return words.join(', ');
}

/** The sections of one member's record: what all share and their own part, nothing of anyone else's. */
export function recordSections(session: Session, seat: Seat, dayInWords: string): Readonly<Record<string, string>> {
  if (seat.attendance === 'present')
    return { topic: session.topic, session: session.narrative, participation: participation(seat), member: seat.line, risk: seat.riskNote };
  const reason = absenceWords[seat.absence ?? 'other'] ?? 'was absent';
  return { absence: `Missed ${session.groupName} on ${dayInWords}: ${reason}.`, plan: [seat.line, seat.riskNote].filter((text) => text.trim() !== '').join('\n') };
}
