import type { Obstacle } from '#server/platform/index.ts';

export const requestKinds = ['access', 'amendment', 'accounting', 'intermediary-list'] as const;
export type RequestKind = (typeof requestKinds)[number];

interface Clock {
  readonly days: number;
  /** Days of the one extension; 0 where the rule knows none. */
  readonly extension: number;
  readonly source: string;
}

const clocks: Readonly<Record<RequestKind, Clock>> = {
  access: { days: 30, extension: 30, source: '45 CFR 164.524(b)(2)' },
  amendment: { days: 60, extension: 30, source: '45 CFR 164.526(b)(2)' },
  accounting: { days: 60, extension: 30, source: '45 CFR 164.528(c)(1)' },
  'intermediary-list': { days: 30, extension: 0, source: '42 CFR 2.24(b)' },
};

/** Grounds on which a request may be denied. */
export const grounds: Readonly<Record<RequestKind, readonly string[]>> = {
  access: ['not-in-record-set', 'legal-compilation', 'psychotherapy-notes', 'confidential-source', 'endangers-life', 'reference-to-another', 'representative-would-harm'],
  amendment: ['not-created-here', 'not-in-record-set', 'not-open-to-access', 'accurate-and-complete'],
  accounting: [],
  'intermediary-list': [],
};

/** The last day to act. */
export function dueOn(kind: RequestKind, receivedOn: Temporal.PlainDate): Temporal.PlainDate {
  return receivedOn.add({ days: clocks[kind].days });
}

/** The last day after the one extension. */
export function extendedTo(kind: RequestKind, dueDay: Temporal.PlainDate): Temporal.PlainDate {
  return dueDay.add({ days: clocks[kind].extension });
}

/** What speaks against an extension: it is had once, in time, with its reason in a letter. */
export function obstaclesToExtending(
  request: { kind: RequestKind; state: string; extendedOn: Temporal.PlainDate | null; dueOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Obstacle[] {
  const { kind, state, extendedOn } = request;
  const { source, extension } = clocks[kind];
  if (state !== 'open') return [{ code: 'request.closed', says: 'This request is closed.' }];
  if (extension === 0) return [{ code: 'request.no-extension', says: `The rule gives no extension for this (${source}).` }];
  if (extendedOn) return [{ code: 'request.extended-once', says: `It was extended once already; there is no second time (${source}).` }];
  return Temporal.PlainDate.compare(today, request.dueOn) > 0
    ? [{ code: 'request.overdue', says: `The day has passed; an extension is told within the time (${source}).` }]
    : [];
}

/** What speaks against closing it so. */
export function obstaclesToClosing(
  { kind, state }: { kind: RequestKind; state: string },
  closing: { state: 'fulfilled' | 'denied' | 'withdrawn'; ground: string | null },
): Obstacle[] {
  if (state !== 'open') return [{ code: 'request.closed', says: 'This request is closed.' }];
  if (closing.state !== 'denied') return closing.ground ? [{ code: 'request.ground-not-needed', says: 'A ground stands with a denial only.', at: 'ground' }] : [];
  if (grounds[kind].length === 0) return [{ code: 'request.cannot-be-denied', says: `The rule knows no ground to deny this (${clocks[kind].source}).`, at: 'state' }];
  return closing.ground && grounds[kind].includes(closing.ground)
    ? []
    : [{ code: 'request.ground-missing', says: 'Choose the ground on which it is denied.', at: 'ground' }];
}
