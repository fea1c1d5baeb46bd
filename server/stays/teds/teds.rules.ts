import type { Obstacle } from '#server/platform/index.ts';
import { tedsFields, tedsReasons, tedsReferral, type TedsAnswers, type TedsField, type TedsMoment } from './teds.ts';

/** Whether a field is asked: always, or only where its substance is named. */
function isAsked({ needs }: TedsField, answers: TedsAnswers): boolean {
  const named = needs ? (answers[needs.field] ?? '') : 'x';
  return named !== '' && named !== needs?.none;
}

/** Fields that are still to be answered before the record of this moment can be reported. */
export function missingFields(moment: TedsMoment, answers: TedsAnswers): TedsField[] {
  return tedsFields(moment).filter((field) => field.required && isAsked(field, answers) && (answers[field.key] ?? '') === '');
}

function isValid({ kind, options, min = 0, max = 0 }: TedsField, answer: string): boolean {
  if (kind === 'choice') return options?.some(({ code }) => code === answer) ?? false;
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(answer);
  return /^\d+$/.test(answer) && Number(answer) >= min && Number(answer) <= max;
}

const substanceKeys = ['substance-1', 'substance-2', 'substance-3'];
const unnamed = ['', '01', '97'];

interface TedsFacts {
  readonly age: number;
  readonly admittedOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

function outOfOrder(answers: TedsAnswers, { age, admittedOn, today }: TedsFacts): Obstacle[] {
  const named = substanceKeys.map((key) => answers[key] ?? '').filter((code) => !unnamed.includes(code));
  const tooYoung = [1, 2, 3].filter((place) => Number(answers[`first-use-${place}`] ?? 0) > age);
  const contact = answers['last-contact'];
  const isBefore = contact !== undefined && contact < admittedOn.toString();
  const isAhead = contact !== undefined && contact > today.toString();
  return [
    ...(new Set(named).size < named.length ? [{ code: 'teds.substance-twice', says: 'Name each substance once.', at: 'answers.substance-2' }] : []),
    ...tooYoung.map((place) => ({
      code: 'teds.first-use-later',
      says: `The person was ${age} at the admission: write the age at first use.`,
      at: `answers.first-use-${place}`,
    })),
    ...(isBefore || isAhead
      ? [{ code: 'teds.contact-outside', says: `The last contact lies between the admission on ${admittedOn} and today.`, at: 'answers.last-contact' }]
      : []),
  ];
}

/** What stands against keeping these answers: what states would send back weeks later. What is left out is missing, and no obstacle. */
export function obstaclesToTeds(moment: TedsMoment, answers: TedsAnswers, facts: TedsFacts): Obstacle[] {
  const fields = new Map(tedsFields(moment).map((field) => [field.key, field]));
  const wrong = Object.entries(answers).flatMap(([key, answer]): Obstacle[] => {
    const field = fields.get(key);
    if (!field) return [{ code: 'teds.not-asked', says: `${key} is not asked at this moment.`, at: `answers.${key}` }];
    const range = field.kind === 'number' ? ` Write a whole number from ${field.min} to ${field.max}.` : ' Choose one of the list.';
    return isValid(field, answer) ? [] : [{ code: 'teds.invalid', says: `${field.says}:${field.kind === 'date' ? ' Write the date.' : range}`, at: `answers.${key}` }];
  });
  return wrong.length > 0 ? wrong : outOfOrder(answers, facts);
}

/** What the record itself answers: how the person came, days of waiting, and why the stay ended. Codes as reported. */
export function derivedTeds({
  source,
  referredOn,
  admittedOn,
  endReason,
}: {
  readonly source: string;
  readonly referredOn: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate;
  readonly endReason: string | null;
}): { readonly referral: string; readonly daysWaiting: number; readonly reason: string | null } {
  return { referral: tedsReferral[source] ?? '06', daysWaiting: referredOn.until(admittedOn).days, reason: endReason === null ? null : (tedsReasons[endReason] ?? '07') };
}
