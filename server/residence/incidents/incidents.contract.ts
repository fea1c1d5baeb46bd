import { z } from 'zod';
import content from '#content/residence/incident-kinds.json' with { type: 'json' };

const Words = (says: string) => z.string().trim().min(3, says).max(4000);

/** One event, told for each person involved in words of their own. Sent twice it is one. */
export const ReportIncident = z.object({
  eventId: z.uuid(),
  kind: z.string().refine((code) => content.items.some((kind) => kind.code === code), 'Choose one of the kinds.'),
  happenedAt: z.iso.datetime({ offset: true }),
  place: z.string().trim().max(100).default(''),
  staffIds: z.array(z.uuid()).max(20).default([]),
  people: z
    .array(
      z.object({
        id: z.uuid(),
        residencyId: z.uuid(),
        whatHappened: Words('Write what happened to this person.'),
        whatWasDone: Words('Write what was done for this person.'),
      }),
    )
    .min(1, 'Say who was involved.')
    .max(20),
});
export const IncidentPath = z.object({ incidentReportId: z.uuid() });
export const FollowUp = z.object({ followUp: Words('Write what came of it.') });
export const IncidentReports = z.object({
  kinds: z.array(z.object({ code: z.string(), says: z.string(), followUpHours: z.int() })),
  items: z.array(
    z.object({
      id: z.uuid(),
      eventId: z.uuid(),
      patientId: z.uuid(),
      name: z.string(),
      kind: z.string(),
      happenedAt: z.iso.datetime(),
      place: z.string(),
      whatHappened: z.string(),
      whatWasDone: z.string(),
      reportedByName: z.string(),
      followUpDueAt: z.iso.datetime(),
      isOverdue: z.boolean(),
      followUp: z.string().nullable(),
      followedUpByName: z.string().nullable(),
    }),
  ),
});

export type ReportIncident = z.infer<typeof ReportIncident>;
export type IncidentReports = z.infer<typeof IncidentReports>;
