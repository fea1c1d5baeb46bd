import { z } from 'zod';

export const RoomReply = z.object({ id: z.uuid(), siteId: z.uuid(), name: z.string(), seats: z.int(), active: z.boolean() });
export const RoomsQuery = z.object({ siteId: z.uuid().optional() });
export const RoomList = z.object({ items: z.array(RoomReply) });
export const RoomPath = z.object({ roomId: z.uuid() });

export const NewRoom = z.object({
  siteId: z.uuid(),
  name: z.string().trim().min(1, 'Give the room a name.').max(60),
  seats: z.int().min(1).max(200).optional(),
});
export const ChangeRoom = z.object({ name: z.string().trim().min(1).max(60).optional(), seats: z.int().min(1).max(200).optional(), active: z.boolean().optional() });

export type RoomReply = z.infer<typeof RoomReply>;
