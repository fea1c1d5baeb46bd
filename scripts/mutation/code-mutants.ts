/** A way out of the house with its question to the gate taken away, and the tests that must notice. */
export interface CodeMutant {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** What is run: files, and the beginning of the names of tests. */
  readonly tests: readonly string[];
  readonly named?: string;
}

const saysYes = (requests: string) =>
  `(await judgeReleases(tx, ${requests}, { hold: true })).map((one) => ({ ...one, decision: { ...one.decision, outcome: 'permit', released: one.request.records.map(({ id }) => id) } }))`;

/** The mutants of the code. Each takes a run of tests of its own, so there is one for each place that asks. */
export const codeMutants: readonly CodeMutant[] = [
  {
    name: 'claims are built without asking the gate',
    file: 'server/billing/claims/build-claims.action.ts',
    from: 'const kept = staying.get(charge.chargeId);',
    to: 'const kept = undefined as Hold | undefined;',
    tests: ['scenarios/cases'],
    named: 'by building claims',
  },
  {
    name: 'a file of claims leaves whatever the gate says at sending',
    file: 'server/billing/clearinghouse/send-batch.action.ts',
    from: 'if (staying.size > 0) return withdraw(tx, batch, staying);',
    to: '',
    tests: ['server/billing/claims/claim-release.test.ts'],
  },
  {
    name: 'claims leave without accounting',
    file: 'server/billing/claims/claim-release.action.ts',
    from: 'if (held.size === 0) await releaseAll(tx, claims.map(claimRequest));',
    to: '',
    tests: ['scenarios/cases'],
    named: 'case 20 by the file',
  },
  {
    name: 'claims go to a clearinghouse without an agreement',
    file: 'server/billing/clearinghouse/send-batch.action.ts',
    from: "await requireAgreement(tx, 'clearinghouse');",
    to: '',
    tests: ['server/billing/claims/claim-release.test.ts'],
  },
  {
    name: 'restrictions never reach the gate',
    file: 'server/privacy/gate/standing.store.ts',
    from: 'restrictions: restrictions.get(patientId) ?? []',
    to: 'restrictions: []',
    tests: ['server/billing/claims/claim-release.test.ts'],
  },
  {
    name: 'what another service was paid with is told beside a restricted one',
    file: 'server/billing/claims/build-claims.action.ts',
    from: 'silent.has(patientDay(charge))',
    to: 'false',
    tests: ['server/billing/claims/claim-release.test.ts'],
  },
  {
    name: 'a rehearsal shows what the gate withholds',
    file: 'server/disclosures/packets/prepare-packet.action.ts',
    from: "await judgeReleases(tx, [requestOf(asked, records, 'print')], { hold: false })",
    to: saysYes("[requestOf(asked, records, 'print')]"),
    tests: ['scenarios/cases'],
    named: 'case 04a by a printed',
  },
  {
    name: 'a packet goes whatever the gate says at its release',
    file: 'server/disclosures/packets/let-go.ts',
    from: 'await judgeReleases(tx, [request], { hold: true })',
    to: saysYes('[request]'),
    tests: ['server/disclosures/packets/packets.test.ts'],
    named: 'a primary-care doctor',
  },
  {
    name: 'other pages go than those that were rehearsed',
    file: 'server/disclosures/packets/let-go.ts',
    from: 'printed.sha256 === packet.sha256 ?',
    to: 'printed.sha256 !== null ?',
    tests: ['server/disclosures'],
  },
  {
    name: 'packets go by mail and fax without an agreement',
    file: 'server/disclosures/packets/send-packet.action.ts',
    from: 'await requireAgreement(tx, packet.channel);',
    to: '',
    tests: ['server/disclosures/packets/packets.test.ts'],
    named: 'mail and fax carry',
  },
  {
    name: 'a release does not hold the consents that it rests on',
    file: 'server/privacy/consents/consents.store.ts',
    from: '(options.lock ? all.forShare() : all)',
    to: 'all',
    tests: ['server/privacy/gate/races.test.ts'],
  },
  {
    name: 'another program opens a chart without treating the patient',
    file: 'server/privacy/openings/judge-openings.ts',
    from: 'treating: care.isOwn || care.isOfUnit',
    to: 'treating: true',
    tests: ['scenarios/cases', 'server/privacy/openings'],
    named: 'case 03a|without a consent',
  },
  {
    name: 'another program opens a chart whatever is decided',
    file: 'server/privacy/openings/judge-openings.ts',
    from: 'openingOf(programId, records, decision, standing.consents)',
    to: "{ programId, consentId: standing.consents[0]?.id ?? '', labels: ['part2'] }",
    tests: ['server/privacy/openings/openings.test.ts'],
  },
  {
    name: 'the consent is revoked, and what it opened stays open',
    file: 'server/privacy/migrations/202611232252-inside-access.sql',
    from: "when (old.state = 'active' and",
    to: "when (old.state = 'draft' and",
    tests: ['server/privacy/openings/openings.test.ts'],
    named: 'revoking',
  },
  {
    name: 'an emergency is believed without having been opened',
    file: 'server/privacy/break-glass/break-glass.rules.ts',
    from: 'export function obstaclesToBreakingGlass(',
    to: 'export function obstaclesToBreakingGlass(..._unheard: unknown[]): [] {\n  return [];\n}\nexport function unusedObstacles(',
    tests: ['server/privacy/break-glass'],
  },
  {
    name: 'a route answers without the permission that it asks for',
    file: 'server/platform/http/handler.ts',
    from: "route.may === 'public' || route.may === 'signed-in' || actor.permissions.has(route.may)",
    to: "route.may !== '' || actor.id !== null",
    tests: ['house/routes.test.ts'],
    named: 'each route',
  },
];
