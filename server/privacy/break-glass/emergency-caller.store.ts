import type { ResolveCaller } from '#server/platform/index.ts';

/** Names the chart held open in an emergency from which a request comes. */
const emergencyHeader = 'mooring-emergency';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes a request for one of an emergency when it names a chart that its caller holds open at this moment: its purpose of use is then ETREAT, and row-level
 * security opens what the grant covers. Asked of the database at each request, so that the chart closes by itself; a claim without a grant changes nothing.
 */
export function mindfulOfEmergencies(resolve: ResolveCaller): ResolveCaller {
  return async (workshop, headers) => {
    const caller = await resolve(workshop, headers);
    const patientId = headers[emergencyHeader];
    if (!caller || patientId === undefined || !uuid.test(patientId) || !caller.actor.permissions.has('access.emergency')) return caller;
    const { rows } = await workshop.database.pool.query<{ is_open: boolean }>({
      name: 'privacy.in-emergency',
      text: 'select privacy.in_emergency($1, $2, $3) as is_open',
      values: [caller.actor.id, patientId, workshop.clock.now()],
    });
    return rows[0]?.is_open === true ? { ...caller, inEmergencyFor: patientId } : caller;
  };
}
