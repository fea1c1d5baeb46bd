import { expect, test } from 'vitest';
import { DischargeReason, ReferralSource } from '#server/programs/episodes/episodes.contract.ts';
import { tedsReasons, tedsReferral } from './teds.ts';
import { derivedTeds, missingFields, obstaclesToTeds } from './teds.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const facts = { age: 30, admittedOn: day('2026-11-10'), today: day('2026-11-23') };
const alcohol = { 'substance-1': '02', 'route-1': '01', 'frequency-1': '05', 'first-use-1': '14' };

test('a named substance asks how, how often and since when; none asks nothing more', () => {
  const missing = (answers: object) => missingFields('admission', { ...answers }).map(({ key }) => key);
  expect(missing({})).toContain('substance-1');
  expect(missing({ 'substance-1': '02' })).toEqual(expect.arrayContaining(['route-1', 'frequency-1', 'first-use-1']));
  expect(missing({ 'substance-1': '01' })).not.toContain('route-1');
  expect(missing(alcohol)).not.toContain('route-2');
  expect(missingFields('discharge', {}).map(({ key }) => key)).toEqual(expect.arrayContaining(['last-contact', 'employment', 'living', 'arrests', 'self-help']));
});

test('what a state would send back is refused while it is written', () => {
  const codes = (moment: 'admission' | 'discharge', answers: object) => obstaclesToTeds(moment, { ...answers }, facts).map(({ code, at }) => [code, at]);
  expect(codes('admission', alcohol)).toEqual([]);
  expect(codes('admission', { 'substance-1': 'beer' })).toEqual([['teds.invalid', 'answers.substance-1']]);
  expect(codes('admission', { education: '40' })).toEqual([['teds.invalid', 'answers.education']]);
  expect(codes('admission', { 'last-contact': '2026-11-12' })).toEqual([['teds.not-asked', 'answers.last-contact']]);
  expect(codes('admission', { ...alcohol, 'substance-2': '02' })).toEqual([['teds.substance-twice', 'answers.substance-2']]);
  expect(codes('admission', { ...alcohol, 'first-use-1': '31' })).toEqual([['teds.first-use-later', 'answers.first-use-1']]);
  expect(codes('discharge', { 'last-contact': '2026-11-09' })).toEqual([['teds.contact-outside', 'answers.last-contact']]);
  expect(codes('discharge', { 'last-contact': '2026-11-24' })).toEqual([['teds.contact-outside', 'answers.last-contact']]);
});

test('every source of a referral and every reason of a discharge has its code', () => {
  expect(Object.keys(tedsReferral).toSorted()).toEqual([...ReferralSource.options].toSorted());
  expect(Object.keys(tedsReasons).toSorted()).toEqual([...DischargeReason.options].toSorted());
  const stay = { source: 'court', referredOn: day('2026-11-01'), admittedOn: day('2026-11-10'), endReason: 'left-against-advice' };
  expect(derivedTeds(stay)).toEqual({ referral: '07', daysWaiting: 9, reason: '02' });
});
