import { z } from 'zod';
import { ProgramKind } from '../levels-of-care/levels-of-care.contract.ts';

export const ProgramParams = z.object({ programId: z.uuid() });

/** Whether 42 CFR Part 2 holds for a unit, on what ground (2.11, 2.12(b)), from which day. Never one switch for all. */
export const Part2Status = z.object({
  part2: z.boolean(),
  basis: z.string().trim().min(10, 'Write the ground: federal assistance and how the unit holds itself out, or why not.').max(500),
  validFrom: z.iso.date('Write the date as YYYY-MM-DD.'),
});

export const NewProgram = z.object({
  name: z.string().trim().min(2, 'Write the name.').max(80),
  siteId: z.uuid(),
  kind: ProgramKind,
  levelOfCare: z.string().min(1, 'Choose a level of care.'),
  /** CMS place-of-service code, two digits. */
  placeOfService: z.string().regex(/^\d{2}$/, 'Choose a place of service.'),
  status: Part2Status,
});

export const ProgramChanges = z
  .object({
    name: NewProgram.shape.name,
    siteId: NewProgram.shape.siteId,
    kind: ProgramKind,
    levelOfCare: NewProgram.shape.levelOfCare,
    placeOfService: NewProgram.shape.placeOfService,
    active: z.boolean(),
  })
  .partial();

export const Program = z.object({
  id: z.uuid(),
  name: z.string(),
  siteId: z.uuid(),
  kind: ProgramKind,
  levelOfCare: z.object({ code: z.string(), name: z.string() }),
  placeOfService: z.string(),
  active: z.boolean(),
  /** Of today; a program without a recorded status counts as Part 2. */
  part2: z.boolean(),
  part2History: z.array(z.object({ part2: z.boolean(), basis: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() })),
});

export const Programs = z.object({ items: z.array(Program) });
export const MadeProgram = z.object({ id: z.uuid() });
