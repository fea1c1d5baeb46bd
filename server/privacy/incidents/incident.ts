/** In which capacity the duty falls on us; the clocks differ (45 CFR 164.404, 164.410; 42 CFR 2.16(b)). */
export const incidentRoles = ['covered-entity', 'business-associate', 'part2-program'] as const;
export type IncidentRole = (typeof incidentRoles)[number];

/** How one learned of it. */
export const incidentSources = ['reported', 'emergency-review', 'access-review'] as const;
export type IncidentSource = (typeof incidentSources)[number];

export const incidentStates = ['open', 'assessed', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

/** The exceptions of 45 CFR 164.402, breach (1)(i) to (iii). */
export const breachExceptions = ['unintentional-good-faith', 'inadvertent-internal', 'could-not-retain'] as const;
export type BreachException = (typeof breachExceptions)[number];

/** What an assessment comes to. Presumed a breach unless it shows otherwise (164.402(2)). */
export const conclusions = ['breach', 'low-probability', 'exception', 'secured'] as const;
export type Conclusion = (typeof conclusions)[number];
