import { z } from 'zod';

export const GenderRule = z.enum(['any', 'women', 'men', 'one-gender']);
const Name = (what: string) => z.string().trim().min(1, `Give the ${what} a name.`).max(60);
const Age = z.int().min(0).max(120);
const Attributes = z.array(z.string().min(1).max(40)).max(20).default([]);

/** Sent twice with the same id it is one unit. */
export const NewUnit = z
  .object({
    id: z.uuid(),
    programId: z.uuid(),
    name: Name('unit'),
    genderRule: GenderRule.default('any'),
    minimumAge: Age.nullish(),
    maximumAge: Age.nullish(),
  })
  .refine(({ minimumAge, maximumAge }) => (minimumAge ?? 0) <= (maximumAge ?? 120), { path: ['maximumAge'], message: 'The highest age lies below the lowest.' });
export const UnitChange = z.object({
  name: Name('unit').optional(),
  genderRule: GenderRule.optional(),
  minimumAge: Age.nullish(),
  maximumAge: Age.nullish(),
  active: z.boolean().optional(),
});
export const NewBed = z.object({ id: z.uuid(), name: Name('bed'), attributes: Attributes });
export const NewRoom = z.object({
  id: z.uuid(),
  name: Name('room'),
  attributes: Attributes,
  genderRule: GenderRule.nullish(),
  beds: z.array(NewBed).min(1, 'A room has at least one bed.').max(40),
});
export const UnitPath = z.object({ unitId: z.uuid() });
export const BedPath = z.object({ bedId: z.uuid() });
export const TakeOut = z.object({
  kind: z.enum(['cleaning', 'out-of-service']),
  reason: z.string().trim().max(300).default(''),
});

const Bed = z.object({ id: z.uuid(), name: z.string(), attributes: z.array(z.string()), active: z.boolean() });
const Room = z.object({
  id: z.uuid(),
  name: z.string(),
  attributes: z.array(z.string()),
  genderRule: GenderRule.nullable(),
  active: z.boolean(),
  beds: z.array(Bed),
});
const Unit = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  name: z.string(),
  genderRule: GenderRule,
  minimumAge: z.int().nullable(),
  maximumAge: z.int().nullable(),
  active: z.boolean(),
  rooms: z.array(Room),
});
export const PlacesReply = z.object({ items: z.array(Unit), attributes: z.array(z.object({ code: z.string(), says: z.string() })) });

export type NewUnit = z.infer<typeof NewUnit>;
export type UnitChange = z.infer<typeof UnitChange>;
export type NewRoom = z.infer<typeof NewRoom>;
export type NewBed = z.infer<typeof NewBed>;
export type PlacesReply = z.infer<typeof PlacesReply>;
