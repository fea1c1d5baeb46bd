import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

const sister = { name: 'Iris Rivera', kind: 'emergency', relationship: 'SIB', phone: '2535550101', mayContact: true, mayLeaveMessage: false, mayDiscussCare: false };

test('a contact is added, changed and ended, and stays as history', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const path = `/patients/${clinic.ids.patients.outpatient}/contacts`;
  const { id } = (await desk.post(path, sister)).body;
  expect((await desk.patch(`/contacts/${id}`, { mayLeaveMessage: true })).status).toBeLessThan(300);
  expect((await desk.del(`/contacts/${id}`)).status).toBeLessThan(300);
  const mine = (await desk.get(path)).body.items.find((contact: { id: string }) => contact.id === id);
  expect(mine).toMatchObject({ name: 'Iris Rivera', mayLeaveMessage: true, endedAt: '2026-11-23T18:00:00Z' });
});

test('somebody who may not be contacted is told nothing, also after a change', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id } = (await desk.post(`/patients/${clinic.ids.patients.outpatient}/contacts`, { ...sister, mayDiscussCare: true })).body;
  expect((await desk.patch(`/contacts/${id}`, { mayContact: false })).body).toMatchObject({ code: 'contact.not-to-be-contacted' });
});

test('until the patient was asked only the portal and a plain call are open; then it is as they say', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const path = `/patients/${clinic.ids.patients.outpatient}/communication`;
  expect((await desk.get(path)).body).toMatchObject({ asked: false, allowed: ['portal', 'phone'] });
  const said = {
    allowed: ['portal', 'letter'],
    preferred: 'portal',
    confidentialAddress: { line1: 'PO Box 9', city: 'Olympia', state: 'WA', zip: '98501' },
    callerName: 'Anna',
  };
  expect((await desk.put(path, said)).status).toBeLessThan(300);
  expect((await desk.put(path, { ...said, callerName: 'Ann' })).status).toBeLessThan(300);
  expect((await desk.get(path)).body).toMatchObject({ asked: true, allowed: ['portal', 'letter'], confidentialAddress: { line1: 'PO Box 9' }, callerName: 'Ann' });
});

test('a preference that is not allowed is refused', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const reply = await desk.put(`/patients/${clinic.ids.patients.outpatient}/communication`, { allowed: ['portal'], preferred: 'text' });
  expect(reply).toMatchObject({ status: 422, body: { code: 'communication.preferred-closed' } });
});
