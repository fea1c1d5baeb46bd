import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { Instrument } from './instrument.contract.ts';

test('what is stored is what was shipped, to the letter', async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  const { body } = await therapist.get<{ items: { code: string }[] }>('/instruments');
  expect(body.items).toHaveLength(17);
  for (const { code } of body.items) {
    const file = join(import.meta.dirname, '..', '..', '..', 'content', 'assessments', 'instruments', `${code}.json`);
    expect((await therapist.get(`/instruments/${code}`)).body, code).toEqual(Instrument.parse(JSON.parse(readFileSync(file, 'utf8'))));
  }
});

test('a site publishes the wording it holds a licence for, and only that', async ({ clinic }) => {
  const director = await clinic.as('clinical-director');
  const { body: skeleton } = await director.get<Instrument>('/instrument-skeletons/dast-10');
  const licence = { holder: 'Harbor Behavioral Health', statement: 'Clinical use with credit, as the form allows.', attested: true };
  const publish = (definition: object, more: object = {}) => director.post('/instruments', { definition, licence, ...more });

  const empty = await publish(skeleton);
  expect(empty).toMatchObject({ status: 422, body: { obstacles: expect.arrayContaining([expect.objectContaining({ at: 'items.0.text' })]) } });

  const filled = { ...skeleton, items: skeleton.items.map((item) => ({ ...item, text: `As worded in the licensed form (${item.id})` })) };
  const otherwise = { ...filled, items: filled.items.map(({ reverse: _reverse, ...item }) => item) };
  expect(await publish(otherwise)).toMatchObject({ status: 409, body: { code: 'instrument.scores-otherwise' } });
  expect((await publish(filled, { licence: { ...licence, attested: false } })).status).toBe(400);
  expect((await publish(filled)).body).toEqual({ code: 'dast-10', version: 1 });
  expect((await publish(filled)).status).toBe(200);
  expect(await publish({ ...filled, instruction: 'Other words' })).toMatchObject({ status: 409, body: { code: 'instrument.version-taken' } });
  expect((await publish({ ...filled, instruction: 'Other words', version: 2 })).status).toBe(200);

  const { body: ours } = await director.get<Instrument>('/instruments/phq-2');
  expect(await publish({ ...ours, version: 9 })).toMatchObject({ status: 409, body: { code: 'instrument.is-shipped' } });
  expect((await (await clinic.as('therapist')).post('/instruments', { definition: filled, licence })).status).toBe(403);
  expect((await director.get('/instruments')).body.items).toContainEqual(expect.objectContaining({ code: 'dast-10', version: 2, origin: 'site' }));
  await expect(clinic.sql('app', `update assessments.instrument_version set definition = '{}'`)).rejects.toThrow(/permission denied/);
});
