import { amountOf, centsOf, sumOf } from '../money.ts';
import { componentsOf, valueAt } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childrenOf, enclosing, segmentIn, segmentsIn, textIn, type LoopInstance } from './loop-instance.ts';

/** CLM02 is the sum of SV102, and the patient cannot have paid more than that. */
export function* wrongTotal(claim: LoopInstance): Generator<Finding> {
  const clm = segmentIn(claim, 'CLM');
  const charged = centsOf(textIn(claim, 'CLM', 2));
  if (clm === undefined || charged === undefined) return;
  const lines = sumOf(childrenOf(claim, '2400').map((line) => textIn(line, 'SV1', 2)));
  const place = { segment: clm, element: 2, value: valueAt(clm, 2), in: claim };
  if (charged !== lines) yield finding('claim.total', `The claim charges ${amountOf(charged)}, its lines ${amountOf(lines)}.`, place);
  const paid = segmentIn(claim, 'AMT', 'F5');
  if (paid !== undefined && sumOf([valueAt(paid, 2)]) > charged)
    yield finding('claim.patient-paid', 'The patient paid more than was charged.', { segment: paid, element: 2, in: claim });
}

/** Diagnoses stand without a gap and once each. */
export function* wrongDiagnoses(claim: LoopInstance): Generator<Finding> {
  const hi = segmentIn(claim, 'HI', 'ABK');
  if (hi === undefined) return;
  const codes = hi.elements.map((_text, index) => valueAt(hi, index + 1, 2));
  for (const [index, code] of codes.entries()) {
    const place = { segment: hi, element: index + 1, value: code, in: claim };
    if (code === '') yield finding('diagnosis.gap', `HI${index + 1} is empty, but a diagnosis follows.`, place);
    else if (codes.indexOf(code) < index) yield finding('diagnosis.twice', `Diagnosis ${code} stands twice.`, place);
  }
}

/** What happened to somebody from outside (V to Y) explains a diagnosis and is never the principal one. ICD-10-CM guidelines, section I.C.20. */
export function* wrongPrincipal(claim: LoopInstance): Generator<Finding> {
  const hi = segmentIn(claim, 'HI', 'ABK');
  const code = hi === undefined ? '' : valueAt(hi, 1, 2);
  if (hi !== undefined && /^[V-Y]/.test(code))
    yield finding('diagnosis.principal', `${code} is an external cause; it cannot be the principal diagnosis.`, { segment: hi, element: 1, value: code, in: claim });
}

/** Lines are numbered from 1, and their control numbers differ. */
export function* wrongLineNumbers(claim: LoopInstance): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, line] of childrenOf(claim, '2400').entries()) {
    const lx = segmentIn(line, 'LX');
    const number = textIn(line, 'LX', 1);
    if (lx !== undefined && number !== String(index + 1))
      yield finding('line.number', `LX01 is "${number}"; this is line ${index + 1}.`, { segment: lx, element: 1, value: number, in: line });
    const reference = segmentIn(line, 'REF', '6R');
    const control = reference === undefined ? '' : valueAt(reference, 2);
    if (reference !== undefined && seen.has(control))
      yield finding('line.control-number', `Line control number ${control} stands twice in this claim.`, { segment: reference, element: 2, value: control, in: line });
    seen.add(control);
  }
}

/** Each pointer of a line leads to a diagnosis of the claim, and to each once. */
export function* wrongPointers(line: LoopInstance): Generator<Finding> {
  const sv1 = segmentIn(line, 'SV1');
  const hi = segmentIn(line.parent, 'HI', 'ABK');
  if (sv1 === undefined) return;
  const pointers = componentsOf(sv1, 7).filter((pointer) => pointer !== '');
  for (const [index, pointer] of pointers.entries()) {
    const place = { segment: sv1, element: 7, component: index + 1, value: pointer, in: line };
    const leads = /^([1-9]|1[0-2])$/.test(pointer) && hi !== undefined && valueAt(hi, Number(pointer), 2) !== '';
    if (!leads) yield finding('line.pointer', `Pointer ${pointer} leads to no diagnosis of this claim.`, place);
    else if (pointers.indexOf(pointer) < index) yield finding('line.pointer', `Pointer ${pointer} stands twice on this line.`, place);
  }
}

/** A modifier stands once on a line, and no gap is left before one. */
export function* wrongModifiers(line: LoopInstance): Generator<Finding> {
  const sv1 = segmentIn(line, 'SV1');
  if (sv1 === undefined) return;
  const modifiers = componentsOf(sv1, 1).slice(2, 6);
  for (const [index, modifier] of modifiers.entries()) {
    const place = { segment: sv1, element: 1, component: index + 3, value: modifier, in: line };
    if (modifier !== '' && modifiers.indexOf(modifier) < index) yield finding('line.modifier', `Modifier ${modifier} stands twice on this line.`, place);
    if (modifier === '' && modifiers.slice(index).some(Boolean)) yield finding('line.modifier', 'A modifier follows an empty place.', place);
  }
  if (modifiers.includes('93') && (modifiers.includes('95') || modifiers.includes('GT')))
    yield finding('line.modifier', 'A meeting was by sound alone (93) or by picture too (95, GT), not both.', { segment: sv1, element: 1, in: line });
}

/** A level that says it is the last one holds at least one claim. */
export function* missingClaims(level: LoopInstance): Generator<Finding> {
  const segment = segmentIn(level, 'HL');
  const isLast = textIn(level, 'HL', 4) === '0';
  if (segment !== undefined && isLast && childrenOf(level, '2300').length === 0) yield finding('claim.none', 'The patient has no claim.', { segment, in: level });
}

const places = ['P', 'S', 'T'];

/** Each payer has one place in the order of payers; all before the one that gets the claim are named, and none after it has paid. */
export function* wrongPayerOrder(claim: LoopInstance): Generator<Finding> {
  const own = textIn(enclosing(claim, '2000B'), 'SBR', 1);
  const taken = new Set([own]);
  for (const other of childrenOf(claim, '2320')) {
    const [segment] = segmentsIn(other, 'SBR');
    const place = textIn(other, 'SBR', 1);
    if (segment === undefined) continue;
    const at = { segment, element: 1, value: place, in: other };
    if (taken.has(place)) yield finding('other-payer.order', `Two payers of this claim are "${place}".`, at);
    if (places.indexOf(place) > places.indexOf(own) && segmentIn(other, 'AMT', 'D') !== undefined)
      yield finding('other-payer.order', `Payer "${place}" has paid before payer "${own}", to which the claim goes.`, at);
    taken.add(place);
  }
  const clm = segmentIn(claim, 'CLM');
  const missing = places.slice(0, Math.max(0, places.indexOf(own))).find((place) => !taken.has(place));
  if (clm !== undefined && missing !== undefined)
    yield finding('other-payer.order', `The claim to payer "${own}" does not name payer "${missing}".`, { segment: clm, in: claim });
}
