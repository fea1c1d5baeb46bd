import content from '#content/residence/incident-kinds.json' with { type: 'json' };

/** A kind of incident, and within how many hours somebody has followed it up. */
export interface IncidentKind {
  readonly code: string;
  readonly says: string;
  readonly followUpHours: number;
}

/** Kinds of incident: content/residence/incident-kinds.json. */
export const incidentKinds: readonly IncidentKind[] = content.items;
