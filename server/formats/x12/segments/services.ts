import type { LineAdjudication, LineDrug, Procedure, ProfessionalLine } from '../claims/professional-claim.ts';
import { decimalOf, quantityText } from '../syntax/amounts.ts';
import { sendableText, sendableWords } from '../syntax/characters.ts';
import { centsAt, codeAt, quantityAt, textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { component, components, element, optional, type Segment } from '../syntax/segment.ts';
import { segment, type Value, type Written } from '../syntax/written.ts';

const modifierPlaces = 4;
const longestDescription = 80;

/** SV101, SVD03: HC, code, four places for modifiers, description. */
export function procedure(of: Procedure): Value {
  const modifiers = Array.from({ length: modifierPlaces }, (_, place) => sendableText(of.modifiers[place] ?? ''));
  return ['HC', sendableText(of.code), ...modifiers, of.description && sendableWords(of.description, longestDescription)];
}

/** The procedure of a composite such as SV101, SVD03 or SVC01. */
export function readProcedure(holder: Segment, place: number): Procedure {
  const [, code = '', ...rest] = components(holder, place);
  return present({ code, modifiers: rest.slice(0, modifierPlaces).filter((modifier) => modifier !== ''), description: rest[modifierPlaces] || undefined });
}

/** SV1: what was done, for how much, for which diagnoses. */
export function professionalService(of: ProfessionalLine): Written {
  return segment('SV1', procedure(of.procedure), decimalOf(of.charge), of.unit, quantityText(of.units), of.placeOfService, undefined, of.diagnosisPointers.map(String));
}

/** What an SV1 says of its line. */
export function readProfessionalService(sv1: Segment): Pick<ProfessionalLine, 'procedure' | 'charge' | 'unit' | 'units' | 'placeOfService' | 'diagnosisPointers'> {
  return present({
    procedure: readProcedure(sv1, 1),
    charge: centsAt(sv1, 2),
    unit: codeAt(sv1, 3, ['UN', 'MJ']),
    units: quantityAt(sv1, 4) ?? 0,
    placeOfService: optional(sv1, 5),
    diagnosisPointers: components(sv1, 7).map(Number),
  });
}

/** SVD: what another payer paid on the line. */
export function lineAdjudication(of: LineAdjudication): Written {
  return segment('SVD', sendableText(of.payerId), decimalOf(of.paid), procedure(of.procedure), undefined, quantityText(of.units));
}

/** What an SVD says; adjustments and date stand in the segments after it. */
export function readLineAdjudication(svd: Segment): Pick<LineAdjudication, 'payerId' | 'paid' | 'procedure' | 'units'> {
  return { payerId: textAt(svd, 1), paid: centsAt(svd, 2), procedure: readProcedure(svd, 3), units: quantityAt(svd, 5) ?? 0 };
}

/** LIN and CTP: the drug given; nothing without one. */
export function drugGiven(of: LineDrug | undefined): Written[] {
  if (!of) return [];
  return [segment('LIN', undefined, 'N4', of.ndc), segment('CTP', undefined, undefined, undefined, quantityText(of.quantity), [of.unit])];
}

/** The drug of a LIN and its CTP. */
export function readDrugGiven(lin: Segment, ctp: Segment): LineDrug {
  const unit = { ...ctp, elements: ['CTP', component(ctp, 5, 1)] };
  return { ndc: element(lin, 3), quantity: quantityAt(ctp, 4) ?? 0, unit: codeAt(unit, 1, ['UN', 'ML', 'GR', 'ME', 'F2']) };
}
