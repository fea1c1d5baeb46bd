import { BrokenFile } from './broken-file.ts';
import { Cursor } from './cursor.ts';
import type { FunctionalGroup, Interchange, Transaction } from './interchange.ts';
import { element, type Segment } from './segment.ts';
import { tokenize } from './tokenize.ts';

/** A trailer counts what it closes and repeats its number: SE, GE, IEA. */
function agree(trailer: Segment, counted: number, what: string, controlNumber: string): void {
  const said = element(trailer, 1);
  if (!/^\d+$/.test(said) || Number(said) !== counted) throw new BrokenFile(trailer.at, `${trailer.id}01 says ${said || 'nothing'} but there are ${counted} ${what}`);
  const closes = element(trailer, 2);
  if (closes !== controlNumber) throw new BrokenFile(trailer.at, `${trailer.id}02 closes ${closes || 'nothing'} but ${controlNumber} is open`);
}

function readTransaction(cursor: Cursor, groupVersion: string): Transaction {
  const header = cursor.expect('ST');
  const body: Segment[] = [];
  while (!cursor.sees('SE')) {
    const next = cursor.takeAny();
    if (['ISA', 'IEA', 'GS', 'GE', 'ST'].includes(next.id)) throw new BrokenFile(next.at, `${next.id} stands inside ST ${element(header, 2)}, which has no SE`);
    body.push(next);
  }
  const trailer = cursor.expect('SE');
  agree(trailer, body.length + 2, 'segments from ST to SE', element(header, 2));
  return { code: element(header, 1), controlNumber: element(header, 2), version: element(header, 3) || groupVersion, header, body, trailer };
}

function readGroup(cursor: Cursor): FunctionalGroup {
  const header = cursor.expect('GS');
  const version = element(header, 8);
  const transactions: Transaction[] = [];
  while (cursor.sees('ST')) transactions.push(readTransaction(cursor, version));
  const trailer = cursor.expect('GE');
  agree(trailer, transactions.length, 'transactions in the group', element(header, 6));
  return { code: element(header, 1), controlNumber: element(header, 6), version, header, transactions, trailer };
}

function readInterchange(cursor: Cursor): Interchange {
  const header = cursor.expect('ISA');
  const acknowledgements = cursor.takeAll('TA1');
  const groups: FunctionalGroup[] = [];
  while (cursor.sees('GS')) groups.push(readGroup(cursor));
  const trailer = cursor.expect('IEA');
  agree(trailer, groups.length, 'groups in the interchange', element(header, 13));
  return { separators: header.separators, header, acknowledgements, groups, trailer };
}

/** All interchanges of a file, their counts and control numbers checked. Throws BrokenFile with the place of the first fault. */
export function readInterchanges(text: string): Interchange[] {
  const segments = tokenize(text);
  const cursor = new Cursor(segments, 'the interchange', segments.length);
  const interchanges: Interchange[] = [];
  while (!cursor.done) interchanges.push(readInterchange(cursor));
  return interchanges;
}
