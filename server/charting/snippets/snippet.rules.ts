/** Whose a snippet is. */
interface Whose {
  readonly staffId: string | null;
  readonly programId: string | null;
}

/** Who wants to keep it. */
interface Writer {
  readonly staffId: string;
  readonly programIds: readonly string[];
  readonly maySetForms: boolean;
}

/** Whether somebody may keep a snippet: their own always, a program's where they work in it and design its forms. Nobody hears of anyone else's. */
export function mayKeep({ staffId, programId }: Whose, writer: Writer): 'yes' | 'not-yours' | 'not-there' {
  if (programId === null) return staffId === writer.staffId ? 'yes' : 'not-there';
  if (!writer.programIds.includes(programId)) return 'not-there';
  return writer.maySetForms ? 'yes' : 'not-yours';
}
