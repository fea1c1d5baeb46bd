import { done } from '#testing/released-records.ts';
import type { Clinic } from '#testing/clinic.ts';
import type { Harbor } from './harbor.ts';

/** What happens before John's claims are built. `late` = after they were built, before the file leaves. */
export interface Billing {
  readonly id: string;
  readonly tpo?: boolean;
  readonly before?: (harbor: Harbor) => Promise<void>;
  readonly late?: (harbor: Harbor) => Promise<void>;
}

const selfPay =
  (services: object) =>
  async ({ clinic, john, programP }: Harbor) => {
    const asked = { programId: programP, kind: 'self-pay', words: 'I pay this myself', paidOn: '2026-11-23', ...services };
    return (await done((await clinic.as('front-desk')).post<{ id: string }>(`/patients/${john}/restrictions`, asked))).id;
  };

async function paysE1(harbor: Harbor): Promise<string> {
  return selfPay({ encounterIds: [harbor.noteId] })(harbor);
}

async function revoke({ clinic, john }: Harbor): Promise<void> {
  const desk = await clinic.as('front-desk');
  const { items } = await done(desk.get<{ items: { id: string; state: string }[] }>(`/patients/${john}/consents`));
  await done(desk.post(`/consents/${items.find(({ state }) => state === 'active')?.id}/revocation`, { how: 'letter', words: 'No more' }));
}

const until =
  (lastDay: string) =>
  async ({ clinic, john, programP }: Harbor) => {
    const desk = await clinic.as('front-desk');
    const { id } = await done(desk.post<{ id: string }>(`/patients/${john}/consents`, { kind: 'tpo', programId: programP, expiry: { kind: 'date', lastDay } }));
    await done(desk.post(`/consents/${id}/signature`, { signatures: [{ signer: 'patient', name: 'John', drawing: null }] }));
  };

const ended = (by: 'patient' | 'program') => async (harbor: Harbor) => {
  const id = await paysE1(harbor);
  const desk = await harbor.clinic.as('front-desk');
  const { status } = await desk.post(`/restrictions/${id}/end`, { by, how: by === 'patient' ? 'in-writing' : 'notice-given', words: 'It ends' });
  if ((status === 204) !== (by === 'patient')) throw new Error(`Ending by the ${by} answered ${status}`);
};

/** Cases about claims of P for its plan. */
export const billings: readonly Billing[] = [
  { id: '19' },
  {
    id: '19a',
    before: async (harbor) => {
      await until('2026-11-23')(harbor);
      harbor.clinic.advance({ hours: 14 });
    },
  },
  { id: '20', tpo: true },
  { id: '20a', before: until('2026-11-23') },
  { id: '21', tpo: true, before: async (harbor) => void (await paysE1(harbor)) },
  { id: '21b', tpo: true, before: ended('program') },
  { id: '21c', tpo: true, before: ended('patient') },
  { id: '21e', tpo: true, before: async (harbor) => void (await selfPay({ servedFrom: '2026-11-23', servedTo: '2026-11-23' })(harbor)) },
  { id: '21f', tpo: true, before: async (harbor) => void (await selfPay({ servedFrom: '2026-11-20', servedTo: '2026-11-22' })(harbor)) },
  { id: '28b', tpo: true, before: revoke },
];

/** Cases told with two claims that lie in a file: the restriction or the revocation comes before it leaves. */
export const files: readonly Billing[] = [
  { id: '20', tpo: true },
  { id: '21a', tpo: true, late: async (harbor) => void (await paysE1(harbor)) },
  { id: '28b', tpo: true, late: revoke },
];

/** Numbers of John's claims, by note. */
export async function claimNumbers(clinic: Clinic, john: string): Promise<ReadonlyMap<string, string>> {
  const rows = await clinic.sql(
    'owner',
    'select charge.note_id, claim.number from billing.claim join billing.charge on charge.id = claim.charge_id where claim.patient_id = $1',
    [john],
  );
  return new Map(rows.map((row) => [String(row['note_id']), String(row['number'])]));
}
