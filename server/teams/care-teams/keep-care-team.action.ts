import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import type { NewMember } from './care-teams.contract.ts';
import { endMembership, insertMember, joining, pastTeamOf, teamOf } from './care-teams.store.ts';
import { obstaclesToJoining } from './joining.rules.ts';

/** Who looks after a person, and who did, in the programs of who asks. */
export const showCareTeam = action('care-team.show', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'care-team', patientId: personId });
  return { items: await teamOf(tx, recordIds), past: await pastTeamOf(tx, recordIds) };
});

/** Takes a colleague into the care team. */
export const joinCareTeam = action('care-team.join', async (tx, { patientId, ...member }: NewMember & { patientId: string }): Promise<void> => {
  const { personId } = await recordsOf(tx, patientId);
  refuseIf(obstaclesToJoining(await joining(tx, personId, member)));
  await insertMember(tx, personId, member);
  tx.touch({ kind: 'care-team', id: member.id, patientId: personId, programId: member.programId, fields: ['staffId', 'part'] });
});

/** Ends a colleague's part in a care team. */
export const leaveCareTeam = action('care-team.leave', async (tx, { membershipId }: { membershipId: string }): Promise<void> => {
  const ended = await endMembership(tx, membershipId);
  if (!ended) throw new NotFound('Membership');
  tx.touch({ kind: 'care-team', id: membershipId, ...ended, fields: ['endedOn'] });
});
