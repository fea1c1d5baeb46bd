const weight = { danger: 0, warning: 1, note: 2 } as const;

/** The gravest first; among equals the order stays as it was. */
export function bySeverity<Alert extends { readonly severity: keyof typeof weight }>(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((left, right) => weight[left.severity] - weight[right.severity]);
}
