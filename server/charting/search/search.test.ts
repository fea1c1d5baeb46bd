import fc from 'fast-check';
import { expect, test as plain } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { foundMark, runsOf } from './snippet.rules.ts';

type Place = 'outpatient' | 'iop';

async function noted(clinic: Clinic, place: Place, text: string, more: { labels?: string[]; parts?: object[] } = {}): Promise<string> {
  const id = newId();
  const content = { sections: [{ key: 'data', label: 'Data', text, ...(more.parts ? { parts: more.parts } : {}) }] };
  await clinic.sql(
    'owner',
    `insert into charting.note (id, patient_id, program_id, labels, kind, template_id, title, content, signed_by, signed_at, seal_version, digest)
       select $1, $2, $3, $4, 'note', (select id from charting.template_version limit 1), 'Progress note', $5, $6, now(), 1, repeat('0', 64)`,
    [id, clinic.ids.patients[place], clinic.ids.programs[place], more.labels ?? [], JSON.stringify(content), clinic.ids.staff.therapist],
  );
  return id;
}

test('words are found in any form with what stands around them, and a hidden note gives the same bytes as an absent one', async ({ clinic }) => {
  const { patients } = clinic.ids;
  const seen = await noted(clinic, 'outpatient', 'Walked by the harbor each morning and slept better.');
  const therapist = await clinic.as('second-therapist');
  const chart = (place: Place, q: string) => therapist.get(`/patients/${patients[place]}/note-search?q=${encodeURIComponent(q)}`);
  const everywhere = (q: string) => therapist.get(`/note-search?q=${encodeURIComponent(q)}`);
  for (const reply of [await chart('outpatient', 'walking harbors'), await everywhere('"by the harbor"')]) {
    expect(reply.body).toMatchObject({ more: false, items: [{ id: seen, patientId: patients.outpatient }] });
    expect(reply.body.items[0].snippet.filter(({ isFound }: { isFound: boolean }) => isFound).map(({ text }: { text: string }) => text)).toContain('harbor');
  }
  const before = { own: await chart('outpatient', 'zeppelin'), other: await chart('iop', 'zeppelin'), all: await everywhere('zeppelin') };
  await noted(clinic, 'iop', 'A zeppelin over the lake.');
  await noted(clinic, 'outpatient', 'The zeppelin of the dream.', { labels: ['psychotherapy-note'] });
  await noted(clinic, 'outpatient', 'zeppelin', { parts: [{ key: 'secret', label: 'Private', text: 'zeppelin', privacy: 'sud-counseling-note' }] });
  await (await clinic.as('therapist')).post(`/patients/${patients.outpatient}/vault-notes`, {
    programId: clinic.ids.programs.outpatient,
    text: 'The zeppelin came back',
  });
  const after = { own: await chart('outpatient', 'zeppelin'), other: await chart('iop', 'zeppelin'), all: await everywhere('zeppelin') };
  for (const where of ['own', 'other', 'all'] as const) {
    expect(before[where].status).toBe(200);
    expect(after[where].bytes.equals(before[where].bytes), where).toBe(true);
  }
  expect((await everywhere('harbor -morning')).body.items).toEqual([]);
  expect((await (await clinic.as('biller')).get('/note-search?q=harbor')).status).toBe(403);
});

test('a chart of another program is searched and listed only for those who reach it, and no word stands open to SQL', async ({ clinic }) => {
  const { patients, programs, staff } = clinic.ids;
  const hidden = await noted(clinic, 'iop', 'A zeppelin over the lake.');
  const therapist = await clinic.as('second-therapist');
  const story = `/patients/${patients.iop}/timeline`;
  expect(JSON.stringify((await therapist.get(story)).body)).not.toContain(hidden);
  await clinic.sql('owner', `insert into identity.program_membership (staff_id, program_id, valid_from) values ($1, $2, '2020-01-01')`, [
    staff['second-therapist'],
    programs.iop,
  ]);
  const inside = await clinic.again('second-therapist');
  expect((await inside.get('/note-search?q=zeppelin')).body.items).toMatchObject([{ id: hidden }]);
  expect((await inside.get(story)).body.items.map(({ id }: { id: string }) => id)).toContain(hidden);
  expect(await clinic.sql('app', 'select * from charting.note_search')).toEqual([]);
  expect(await clinic.sql('app', `select charting.notes_with_words('zeppelin'::tsquery, 10)`)).toEqual([]);
  await expect(clinic.sql('app', `update charting.note_search set words = ''`)).rejects.toThrow(/permission denied/);
  await expect(clinic.sql('owner', `update charting.note_search set words = ''`)).rejects.toThrow(/never changes/);
});

plain('the runs of a snippet are its words, whatever the marks', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' lake ', foundMark.start, foundMark.stop)), (pieces) => {
      const words = (text: string) => text.replaceAll(foundMark.start, '').replaceAll(foundMark.stop, '');
      expect(
        words(
          runsOf(pieces.join(''))
            .map(({ text }) => text)
            .join(''),
        ),
      ).toBe(words(pieces.join('')));
    }),
  );
});
