import type { CareTeam } from '#server/teams/care-teams/care-teams.contract.ts';

type Member = CareTeam['items'][number];

export const partWords: Readonly<Record<string, string>> = {
  therapist: 'Therapist',
  prescriber: 'Prescriber',
  nurse: 'Nurse',
  'case-manager': 'Case manager',
  peer: 'Peer specialist',
  other: 'Other',
};

/** The care team in one line: each person once, who leads first, with what they do. */
export function teamWords(members: readonly Member[]): { readonly staffId: string; readonly says: string; readonly leads: boolean }[] {
  return [...Map.groupBy(members, ({ staffId }) => staffId)].map(([staffId, own]) => {
    const leads = own.some((member) => member.leads);
    const parts = [...new Set(own.filter((member) => !member.leads).map(({ part }) => (partWords[part] ?? part).toLowerCase()))];
    const does = [...(leads ? ['leads'] : []), ...parts].join(', ');
    return { staffId, leads, says: `${own[0]?.name ?? ''}${own[0]?.credential ? ` ${own[0].credential}` : ''}, ${does}` };
  });
}
