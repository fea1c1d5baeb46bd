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
  /** By kind of program: the form that opens there instead. */
  noteTemplates: z.record(z.string(), z.string()),
});
export const AppointmentTypeList = z.object({ items: z.array(AppointmentTypeReply) });

export type AppointmentTypeReply = z.infer<typeof AppointmentTypeReply>;
