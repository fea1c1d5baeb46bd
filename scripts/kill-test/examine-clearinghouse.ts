import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './memory.ts';

interface Told {
  readonly received: readonly { readonly name: string; readonly digest: string; readonly verdict: string; readonly findings: readonly string[] }[];
  readonly claims: readonly { readonly number: string; readonly state: string; readonly paidCents?: number }[];
}

/** Claims of a file by their number, each with its text up to the next one. */
function claimsIn(text: string): [string, string][] {
  return text
    .split('~')
    .join('~\n')
    .split(/\n(?=CLM\*)/)
    .slice(1)
    .map((claim) => [/^CLM\*([^*]+)/.exec(claim)?.[1] ?? '', claim.split(/\n(?=HL\*|SE\*)/)[0] ?? '']);
}

/** From the outside: the clearinghouse never saw a claim number or a file name twice, and what it paid is what we posted, claim by claim. */
export async function examineClearinghouse(pageUrl: string, folder: string, memory: Memory, posted: ReadonlyMap<string, number>): Promise<number> {
  const told = (await (await fetch(`${pageUrl}/clearinghouse`)).json()) as Told;
  const seen = new Map<string, string>();
  for (const name of readdirSync(join(folder, 'inbound'))) {
    if (name.endsWith('.part')) continue;
    for (const [number] of claimsIn(readFileSync(join(folder, 'inbound', name), 'latin1'))) {
      const before = seen.get(number);
      if (before) memory.breach(`clearinghouse: claim ${number} came in ${before} and again in ${name}`);
      seen.set(number, name);
    }
  }
  const names = new Map<string, string>();
  for (const { name, digest, verdict, findings } of told.received) {
    if (names.has(name) && names.get(name) !== digest) memory.breach(`clearinghouse: ${name} came twice with different contents`);
    if (findings.length > 0) memory.breach(`clearinghouse: ${name} ${verdict}: ${findings.slice(0, 3).join(' | ')}`);
    names.set(name, digest);
  }
  for (const [number, cents] of posted) {
    const judged = told.claims.filter((claim) => claim.number === number);
    if (judged.length !== 1) memory.breach(`clearinghouse: claim ${number} was judged ${judged.length} times`);
    else if ((judged[0]?.paidCents ?? 0) !== cents) memory.breach(`clearinghouse paid ${judged[0]?.paidCents ?? 0} cents for claim ${number}, posted are ${cents}`);
  }
  return seen.size;
}
