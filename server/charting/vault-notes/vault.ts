/** The two vaults apart from the chart: 45 CFR 164.501 and 42 CFR 2.11. Also the label of what stands in them. */
export type Vault = 'psychotherapy-note' | 'sud-counseling-note';
