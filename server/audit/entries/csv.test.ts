import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { csvCell } from './csv.rules.ts';

test('a cell is never a formula, and quotes are doubled', () => {
  expect(['=1+1', '+1', '-1', '@x', '\tx', 'plain', 'a "b"'].map(csvCell)).toEqual([`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@x"`, `"'\tx"`, '"plain"', '"a ""b"""']);
});

test('the log as a file holds what the filters let through, and making it leaves an entry', async ({ clinic }) => {
  await (await clinic.as('therapist')).get(`/patients/${clinic.ids.patients.outpatient}`);
  await (await clinic.as('second-therapist')).get('/me/sessions');
  const officer = await clinic.as('privacy-officer');
  const reply = await officer.get(`/audit/entries.csv?patientId=${clinic.ids.patients.outpatient}&purpose=TREAT`);
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = reply.bytes.toString().trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"Ana Rivera","therapist","patient.show","done","TREAT"');
  expect((await officer.get('/audit/entries?action=audit.export')).body.items).toHaveLength(1);
  expect((await (await clinic.as('therapist')).get('/audit/entries.csv')).status).toBe(403);
});
