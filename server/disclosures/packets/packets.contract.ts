import { z } from 'zod';
import { packetChannels, packetClasses } from './packet.ts';

/** What somebody wants to release. `facts` are those that the lane asks for. */
export const PreparePacket = z.object({
  patientId: z.uuid(),
  partyId: z.uuid(),
  lane: z.string().min(1).max(50),
  classes: z.array(z.enum(packetClasses)).min(1, 'Choose at least one kind of record.'),
  periodFrom: z.iso.date().nullish(),
  periodTo: z.iso.date().nullish(),
  facts: z.record(z.string().max(50), z.string().max(500)).default({}),
});

const Line = z.object({ id: z.uuid(), class: z.string(), day: z.string(), title: z.string() });

/** What would go, and why the rest stays. `packetId` is null when nothing would. */
export const Rehearsal = z.object({
  packetId: z.uuid().nullable(),
  number: z.string().nullable(),
  outcome: z.enum(['permit', 'redact', 'hold', 'deny']),
  reason: z.string(),
  citation: z.string(),
  says: z.string(),
  /** What has to be done with it, in words. */
  mustDo: z.array(z.string()),
  /** Consents that it rests on. */
  consents: z.array(z.object({ id: z.uuid(), says: z.string() })),
  released: z.array(Line),
  withheld: z.array(Line.extend({ reason: z.string(), says: z.string(), citation: z.string(), consent: z.string().nullable() })),
  sha256: z.string().nullable(),
  pages: z.int().nullable(),
  /** Documents whose file is damaged: a page in their place says so. */
  unreadable: z.array(z.string()),
});

export const PacketReply = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  number: z.string(),
  recipientName: z.string(),
  lane: z.string(),
  state: z.enum(['prepared', 'queued', 'released', 'stopped']),
  channel: z.string().nullable(),
  says: z.string(),
  sha256: z.string(),
  pages: z.int(),
  preparedAt: z.iso.datetime(),
  releasedAt: z.iso.datetime().nullable(),
  hasFile: z.boolean(),
});
export const PacketList = z.object({ items: z.array(PacketReply) });
/** Packets of all patients that wait, were stopped, or were rehearsed and left lying. */
export const PacketWorkList = z.object({ items: z.array(PacketReply.extend({ patientName: z.string() })) });
export const ReleasePacket = z.object({ channel: z.enum(packetChannels) });
export const StopPacket = z.object({ reason: z.string().trim().min(3, 'Say why it stops.').max(500) });
export const PacketAddress = z.object({ packetId: z.uuid() });
export const PatientAddress = z.object({ patientId: z.uuid() });

export const LaneReply = z.object({
  code: z.string(),
  name: z.string(),
  purpose: z.string(),
  says: z.string(),
  facts: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'date', 'yes-no', 'choice', 'number']),
      choices: z.array(z.string()).optional(),
      required: z.boolean(),
    }),
  ),
});
export const LaneList = z.object({ items: z.array(LaneReply) });

/** What somebody outside asks on the telephone or by letter. */
export const OutsideQuery = z.object({ asker: z.string().trim().min(1).max(200), about: z.string().trim().min(1).max(200) });
export const ConstantReply = z.object({ says: z.string() });
export type RehearsalJson = z.infer<typeof Rehearsal>;
export type PacketJson = z.infer<typeof PacketReply>;
export type LaneJson = z.infer<typeof LaneReply>;
