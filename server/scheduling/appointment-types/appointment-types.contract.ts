import { z } from 'zod';
import { Modality } from '../appointments/appointments.contract.ts';

export const AppointmentTypeReply = z.object({
  code: z.string(),
  name: z.string(),
  service: z.string(),
  minutes: z.int(),
  modality: Modality,
  isGroup: z.boolean(),
  noteTemplate: z.string(),
});
export const AppointmentTypeList = z.object({ items: z.array(AppointmentTypeReply) });

export type AppointmentTypeReply = z.infer<typeof AppointmentTypeReply>;
