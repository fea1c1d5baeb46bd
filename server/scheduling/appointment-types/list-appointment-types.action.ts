import { action } from '#server/platform/index.ts';
import { appointmentTypes } from './appointment-types.store.ts';

/** The kinds of appointment from which one is chosen. */
export const listAppointmentTypes = action('appointment-type.list', async (tx) => ({ items: await appointmentTypes(tx) }), { audit: 'touched' });
