import { valueAt } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childOf, enclosing, segmentIn, segmentsIn, textIn, type LoopInstance } from './loop-instance.ts';

/** Street and place as sent: 005010X222A1 names an address once. */
const addressIn = (loop: LoopInstance | undefined) => [textIn(loop, 'N3', 1), textIn(loop, 'N3', 2), textIn(loop, 'N4', 3)].join('|');

/** Who renders, or the place, equal to the billing provider is left out, not repeated; so is who supervises where the same person renders. */
export function* repeatedProvider(claim: LoopInstance): Generator<Finding> {
  const billing = textIn(childOf(enclosing(claim, '2000A'), '2010AA'), 'NM1', 9);
  const rendering = textIn(childOf(claim, '2310B'), 'NM1', 9);
  for (const [id, npi, whose] of [
    ['2310B', billing, 'billing'],
    ['2310C', billing, 'billing'],
    ['2310D', rendering, 'rendering'],
  ] as const) {
    const loop = childOf(claim, id);
    const segment = segmentIn(loop, 'NM1');
    if (loop === undefined || segment === undefined || npi === '' || valueAt(segment, 9) !== npi) continue;
    yield finding('claim.provider-twice', `${id} repeats the ${whose} provider; leave it out when they are the same.`, { segment, element: 9, value: npi, in: loop });
  }
}

/** A service facility is another place than the billing provider's. */
export function* repeatedAddress(claim: LoopInstance): Generator<Finding> {
  const facility = childOf(claim, '2310C');
  const segment = segmentIn(facility, 'N3');
  if (facility !== undefined && segment !== undefined && addressIn(facility) === addressIn(childOf(enclosing(claim, '2000A'), '2010AA')))
    yield finding('claim.address-twice', '2310C repeats the address of the billing provider; leave it out when they are the same.', { segment, in: facility });
}

/** A pay-to address is another than the billing provider's own. */
export function* repeatedStreet(billing: LoopInstance): Generator<Finding> {
  const payTo = childOf(billing, '2010AB');
  const segment = segmentIn(payTo, 'N3');
  if (payTo !== undefined && segment !== undefined && addressIn(payTo) === addressIn(childOf(billing, '2010AA')))
    yield finding('claim.address-twice', '2010AB repeats the address of the billing provider; leave it out when they are the same.', { segment, in: payTo });
}

/** The billing provider's desk is named only where it is another than the submitter's. */
export function* repeatedContact(billing: LoopInstance): Generator<Finding> {
  const submitter = childOf(enclosing(billing, 'HEADER'), '1000A');
  const known = new Set(segmentsIn(submitter, 'PER').map((per) => valueAt(per, 4)));
  const loop = childOf(billing, '2010AA');
  for (const segment of segmentsIn(loop, 'PER')) {
    if (loop !== undefined && known.has(valueAt(segment, 4)))
      yield finding('claim.contact-twice', '2010AA repeats the contact of the submitter; leave it out when they are the same.', { segment, element: 4, in: loop });
  }
}

/** The place of a line is sent only where it is another than the claim's. */
export function* repeatedPlace(line: LoopInstance): Generator<Finding> {
  const segment = segmentIn(line, 'SV1');
  const place = textIn(line, 'SV1', 5);
  const clm = segmentIn(line.parent, 'CLM');
  if (segment !== undefined && clm !== undefined && place !== '' && place === valueAt(clm, 5, 1))
    yield finding('line.place-twice', `SV105 repeats the place of service of the claim, ${place}.`, { segment, element: 5, value: place, in: line });
}
