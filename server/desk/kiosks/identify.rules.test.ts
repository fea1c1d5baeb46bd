import { expect, test } from 'vitest';
import { pausedUntil, visitOf } from './identify.rules.ts';
import type { Expected } from './kiosk.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-23T${text}:00Z`);
const rosa: Expected = {
  appointmentId: 'second',
  patientId: 'rosa',
  programId: 'program',
  startsAt: at('19:00'),
  status: 'booked',
  givenName: 'Rosalía',
  nameToUse: 'Rosie',
  familyName: 'Núñez-Ortiz',
  birthDate: Temporal.PlainDate.from('1990-02-14'),
  phone: '2535550142',
};
const told = { givenName: 'rosalia', familyName: 'nunez ortiz', birthDate: '1990-02-14', phoneDigits: '0142' };

test('whoever says all four rightly finds the next visit, by the name on the card or the name in use, with or without accents', () => {
  const visits = [rosa, { ...rosa, appointmentId: 'first', startsAt: at('18:00') }];
  expect(visitOf(visits, told, 4)?.appointmentId).toBe('first');
  expect(visitOf(visits, { ...told, givenName: 'ROSIE' }, 4)?.appointmentId).toBe('first');
});

test('one part that is wrong or empty finds nobody, and neither do two people who fit', () => {
  const wrong = [
    { givenName: 'Rosa' },
    { givenName: '' },
    { familyName: 'Nunez' },
    { familyName: '-' },
    { birthDate: '1990-02-15' },
    { phoneDigits: '0143' },
    { phoneDigits: '2' },
    { phoneDigits: '' },
  ];
  for (const over of wrong) expect(visitOf([rosa], { ...told, ...over }, 4), JSON.stringify(over)).toBeUndefined();
  expect(visitOf([{ ...rosa, phone: null }], { ...told, phoneDigits: '' }, 4)).toBeUndefined();
  expect(visitOf([rosa, { ...rosa, patientId: 'twin' }], told, 4)).toBeUndefined();
});

test('it pauses after so many wrong guesses in a while, and goes on by itself', () => {
  const policy = { failures: 3, windowMinutes: 10, pauseMinutes: 5 };
  const guesses = [at('18:00'), at('18:04'), at('18:09')];
  expect(pausedUntil(guesses, policy, at('18:10'))?.toString()).toBe('2026-11-23T18:14:00Z');
  expect(pausedUntil(guesses, policy, at('18:14'))).toBeUndefined();
  expect(pausedUntil(guesses.slice(1), policy, at('18:10'))).toBeUndefined();
  expect(pausedUntil([at('17:50'), ...guesses.slice(1)], policy, at('18:10'))).toBeUndefined();
});
