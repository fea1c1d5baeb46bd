import { expect } from 'vitest';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import { newId } from '#server/platform/index.ts';
import type { OwnSnippet } from './snippets.contract.ts';

const wordsOf = async (client: Client) => (await client.get<{ items: OwnSnippet[] }>('/snippets')).body.items.map(({ trigger }) => trigger);

test('a snippet is of one person, or of a program for all who write in it', async ({ clinic }) => {
  const { outpatient } = clinic.ids.programs;
  const [therapist, colleague, director] = [await clinic.as('therapist'), await clinic.as('second-therapist'), await clinic.as('clinical-director')];
  const [mine, ours] = [newId(), newId()];
  expect((await therapist.put(`/snippets/${mine}`, { programId: null, trigger: 'Calm', text: 'Calm and attentive.' })).status).toBe(200);
  const forAll = { programId: outpatient, trigger: 'plan', text: 'We meet again in a week.' };
  expect(await therapist.put(`/snippets/${ours}`, forAll)).toMatchObject({ status: 409, body: { code: 'snippet.of-program' } });
  expect((await director.put(`/snippets/${ours}`, forAll)).status).toBe(200);
  expect(await wordsOf(therapist)).toEqual(['calm', 'plan']);
  expect(await wordsOf(colleague)).toEqual(['plan']);

  // What is somebody else's is not there, not even to be changed; the same word twice is refused with a way on.
  expect((await colleague.put(`/snippets/${mine}`, { programId: null, trigger: 'calm', text: 'Mine now.' })).status).toBe(404);
  expect((await director.del(`/snippets/${mine}`)).status).toBe(404);
  expect(await therapist.put(`/snippets/${newId()}`, { programId: null, trigger: 'calm', text: 'Twice.' })).toMatchObject({
    status: 409,
    body: { obstacles: [{ at: 'trigger' }] },
  });
  expect((await therapist.put(`/snippets/${newId()}`, { programId: null, trigger: 'two words', text: 'No.' })).status).toBe(400);
  expect((await therapist.del(`/snippets/${mine}`)).status).toBeLessThan(300);
  expect(await wordsOf(therapist)).toEqual(['plan']);
});
