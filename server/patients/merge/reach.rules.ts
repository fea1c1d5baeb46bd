/** Programs that know one of the merged records and not yet the survivor. */
export function programsToLearn(ofSurvivor: readonly string[], ofOthers: readonly (readonly string[])[]): string[] {
  const known = new Set(ofSurvivor);
  return [...new Set(ofOthers.flat())].filter((programId) => !known.has(programId));
}
