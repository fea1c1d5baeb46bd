import type { LaneJson } from '#server/disclosures/packets/packets.contract.ts';

/** What the form of a release holds. */
export interface Asked {
  lane: string;
  partyId: string;
  classes: string[];
  periodFrom: string;
  periodTo: string;
  facts: Record<string, string>;
}

/** A form in which nothing was chosen yet. */
export const nothingAsked: Asked = { lane: 'treatment', partyId: '', classes: ['diagnosis', 'progress-note'], periodFrom: '', periodTo: '', facts: {} };

/** The form as it is sent: only facts of the chosen ground; patients receive their own copy themselves. */
export function askedBody(asked: Asked, lane: LaneJson | undefined, patientId: string): object {
  const { partyId, classes, periodFrom, periodTo, facts } = asked;
  const filled = (lane?.facts ?? []).flatMap(({ key }) => (facts[key]?.trim() ? [[key, facts[key].trim()] as const] : []));
  return {
    patientId,
    lane: asked.lane,
    classes,
    partyId: asked.lane === 'patient' ? patientId : partyId,
    periodFrom: periodFrom || null,
    periodTo: periodTo || null,
    facts: Object.fromEntries(filled),
  };
}
