import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { printFinding } from './validation/finding.ts';
import { validate837 } from './validation/validate.ts';

export { validate837 } from './validation/validate.ts';
export { printFinding, type Finding } from './validation/finding.ts';

/** Reads each file and prints a line for each finding. Answers the exit code: 0 all good, 1 an error was found, 2 a file could not be read. */
export async function validateFiles(paths: readonly string[], print: (line: string) => void): Promise<number> {
  let code = 0;
  for (const path of paths) {
    const text = await readFile(path, 'latin1').catch((error: unknown) => {
      print(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    });
    if (text === undefined) {
      code = 2;
      continue;
    }
    const findings = validate837(text).allFindings;
    for (const found of findings) print(printFinding(basename(path), found));
    if (code === 0 && findings.some(({ severity }) => severity === 'error')) code = 1;
  }
  return code;
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) {
    console.error('Usage: node sandbox/clearinghouse/validate-837.ts FILE...');
    process.exitCode = 2;
  } else {
    process.exitCode = await validateFiles(paths, console.log);
  }
}
