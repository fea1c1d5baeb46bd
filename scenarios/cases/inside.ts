import { done } from '#testing/released-records.ts';
import type { Client, Clinic } from '#testing/clinic.ts';
import { takenInByG, type Asked, type Harbor } from './harbor.ts';

/** Another outcome, or another reason, than the case's in a channel, and why. */
export interface Differs {
  readonly outcome: string;
  readonly reason?: string;
  readonly because: string;
}

/** Who looks at what in a case about staff inside, and what has to be done before. `differs` = another outcome, and why. */
export interface Look {
  readonly id: string;
  readonly asked: readonly Asked[];
  readonly tpo?: boolean;
  readonly purpose?: string;
  /** Does what the case tells, as the person who then looks. */
  readonly act: (harbor: Harbor) => Promise<Client>;
  readonly differs?: Differs;
}

const as =
  (role: Parameters<Clinic['as']>[0]) =>
  ({ clinic }: Harbor) =>
    clinic.as(role);

const facts = {
  recipientName: 'Grace Kim',
  recipientAffiliation: 'Harbor',
  discloserName: 'Grace Kim',
  disclosedAt: '2026-11-23T18:00:00Z',
  nature: 'Found unconscious',
  basis: 'medical-emergency',
  consentCannotBeHad: true,
  toOutside: false,
};

/** A nurse who does not work in P writes down an emergency, and looks from the chart that it opened. */
const breaksTheGlass =
  (without: Partial<Record<keyof typeof facts, string>>) =>
  async ({ clinic, john }: Harbor): Promise<Client> => {
    const nurse = await clinic.as('nurse');
    await nurse.post(`/patients/${john}/emergencies`, { ...facts, ...without });
    const told = { 'mooring-emergency': john };
    return { ...nurse, get: (path) => nurse.get(path, told) };
  };

/** P keeps its charts for those with a part in the care, as the cases have it. */
async function keepsChartsForTheTeam({ clinic, programP }: Harbor): Promise<void> {
  const officer = await clinic.as('privacy-officer');
  await done(officer.put(`/need-to-know/${programP}`, { careTeamOnly: true, wholeProgramRoles: ['nurse', 'clinical-director'], reason: 'Need to know' }));
}

/** The originator shows the note to the clinical director, on a ground of 42 CFR 2.31(b)(1)(i). */
async function sharedForTraining({ clinic, counselingNoteId }: Harbor): Promise<Client> {
  const { therapist, 'clinical-director': supervisor } = clinic.ids.staff;
  await clinic.sql('owner', 'update identity.staff set supervisor_id = $1 where id = $2', [supervisor, therapist]);
  const share = { granteeStaffId: supervisor, ground: 'training', reason: 'Supervision of training', days: 7 };
  await done((await clinic.as('therapist')).post(`/vault-notes/${counselingNoteId}/shares`, share));
  return clinic.as('clinical-director');
}

async function psychiatristAsks(harbor: Harbor): Promise<Client> {
  const psychiatrist = await harbor.clinic.as('prescriber');
  await psychiatrist.post(`/patients/${harbor.john}/openings`, { programId: harbor.programP });
  return psychiatrist;
}

/** Cases about staff inside: routes and raw SQL must come to the outcome of the case. */
export const looks: readonly Look[] = [
  {
    id: '01',
    asked: ['CHART'],
    act: async (harbor) => {
      await keepsChartsForTheTeam(harbor);
      return harbor.clinic.as('therapist');
    },
  },
  {
    id: '01a',
    asked: ['CHART'],
    act: async (harbor) => {
      await keepsChartsForTheTeam(harbor);
      return harbor.clinic.as('otp-therapist');
    },
  },
  { id: '01g', asked: ['CHART'], act: as('otp-therapist') },
  {
    id: '01c',
    asked: ['CHART'],
    purpose: 'HPAYMT',
    act: as('biller'),
    differs: { outcome: 'deny', because: 'stricter: billers read diagnoses on the claim, not in the chart' },
  },
  { id: '01e', asked: ['SCHED'], act: as('front-desk') },
  {
    id: '02',
    asked: ['CHART'],
    act: async (harbor) => {
      await takenInByG(harbor);
      return psychiatristAsks(harbor);
    },
  },
  {
    id: '02a',
    asked: ['SCHED'],
    act: async (harbor) => {
      await takenInByG(harbor);
      return psychiatristAsks(harbor);
    },
  },
  {
    id: '03',
    asked: ['CHART', 'CN'],
    tpo: true,
    act: async (harbor) => {
      await takenInByG(harbor);
      return psychiatristAsks(harbor);
    },
  },
  {
    id: '03a',
    asked: ['CHART'],
    tpo: true,
    act: async (harbor) => {
      await takenInByG(harbor, { treated: false });
      return psychiatristAsks(harbor);
    },
  },
  { id: '09', asked: ['CN'], act: as('otp-therapist') },
  { id: '09a', asked: ['CN'], act: as('therapist') },
  { id: '10', asked: ['CN'], purpose: 'TRAIN', act: sharedForTraining },
  { id: '10a', asked: ['CN'], purpose: 'TRAIN', act: as('clinical-director') },
  { id: '16', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({ nature: '' }) },
  { id: '16a', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({}) },
  { id: '16-recipientName', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({ recipientName: '' }) },
  { id: '16-recipientFacility', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({ recipientAffiliation: '' }) },
  { id: '16-discloserName', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({ discloserName: '' }) },
  { id: '16-disclosedAt', asked: ['CHART'], purpose: 'ETREAT', act: breaksTheGlass({ disclosedAt: '' }) },
  {
    id: '22b',
    asked: ['CHART'],
    act: async ({ clinic, john, programP }) => {
      const officer = await clinic.as('clinical-director');
      const { id } = await done(
        officer.post<{ id: string }>(`/patients/${john}/restrictions`, { programId: programP, kind: 'ordinary', words: 'Tell nobody', purposes: ['TREAT'] }),
      );
      await done(officer.post(`/restrictions/${id}/answer`, { agreed: true }));
      return clinic.as('therapist');
    },
  },
];
