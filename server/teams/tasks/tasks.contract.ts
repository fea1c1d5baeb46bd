import { z } from 'zod';

export const TaskPath = z.object({ taskId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });
/** `mine`: for me or for a role that I hold in the program. `given`: those that I gave. */
export const TasksQuery = z.object({ whose: z.enum(['mine', 'given']).default('mine'), state: z.enum(['open', 'done']).default('open') });

const facts = {
  title: z.string().trim().min(1, 'Say what is to be done.').max(200, 'Keep the title under 200 characters; the rest goes into the details.'),
  details: z.string().trim().max(2000).default(''),
  dueOn: z.iso.date('Write the day as YYYY-MM-DD.'),
  forStaffId: z.uuid().nullish(),
  forRole: z.string().max(41).nullish(),
};
const oneDoes = ({ forStaffId, forRole }: { forStaffId?: string | null | undefined; forRole?: string | null | undefined }) => Boolean(forStaffId) !== Boolean(forRole);
const whoDoes = { path: ['forStaffId'], message: 'Choose one colleague, or one role of the program.' };

/** Sent twice with the same id it is one. Without a patient it is about none. */
export const NewTask = z.object({ id: z.uuid(), programId: z.uuid('Choose a program.'), patientId: z.uuid().nullish(), ...facts }).refine(oneDoes, whoDoes);
/** `version` is the one on the screen. */
export const ChangeTask = z.object({ ...facts, version: z.int() }).refine(oneDoes, whoDoes);
export const FinishTask = z.object({ note: z.string().trim().max(1000).default(''), version: z.int() });
export const ReopenTask = z.object({ version: z.int() });

export const Task = z.object({
  id: z.uuid(),
  patientId: z.uuid().nullable(),
  patientName: z.string().nullable(),
  programId: z.uuid(),
  programName: z.string(),
  title: z.string(),
  details: z.string(),
  dueOn: z.string(),
  /** The clock of what cannot wait for the end of a day. */
  dueAt: z.string().nullable(),
  escalatedAt: z.string().nullable(),
  /** Whether another part opens and closes it; `opens` is the page on which it is worked, empty for none. */
  isKept: z.boolean(),
  opens: z.string(),
  finishesHere: z.boolean(),
  forStaffId: z.uuid().nullable(),
  forRole: z.string().nullable(),
  /** The person, or the role by its name. */
  forName: z.string(),
  ruleId: z.string().nullable(),
  /** Who gave it; the words of the rule for one that a rule made. */
  madeBy: z.string(),
  doneAt: z.string().nullable(),
  doneByName: z.string().nullable(),
  doneNote: z.string(),
  version: z.int(),
  isLate: z.boolean(),
});
export const Tasks = z.object({ items: z.array(Task) });
/** `cannotWait` are those with a clock, also of others where the clock ran out and the reader directs the program; they are not among the items. */
export const MyTasks = z.object({ items: z.array(Task), cannotWait: z.array(Task) });
/** Roles that can be given tasks. */
export const TaskRoles = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) });

export type NewTask = z.infer<typeof NewTask>;
export type ChangeTask = z.infer<typeof ChangeTask>;
export type TaskReply = z.infer<typeof Task>;
