import type { Attestation, Step, SupervisionRule } from './supervision.ts';

/** Where a note stands since it was signed, for its readers; null when nothing was asked and nothing happened. */
export function shownStanding(steps: readonly Step[], digest: string, rules: readonly SupervisionRule[], all: readonly Attestation[]) {
  const [latest, asked] = [steps.at(-1), steps.findLast(({ state }) => state === 'asked')];
  if (!latest) return null;
  const rule = rules.find(({ id }) => id === asked?.ruleId);
  return {
    state: latest.state,
    says: rule?.says ?? '',
    source: rule?.source ?? '',
    digest,
    attestations: all.filter(({ id }) => rule?.attestations.includes(id)).map(({ id, words }) => ({ id, words })),
    steps: steps.map(({ number, state, askedOfName, dueAt, byId, by, at, attestations, comments }) => ({
      number,
      state,
      askedOfName,
      dueAt,
      byId,
      by,
      at,
      attestations,
      comments,
    })),
  };
}
