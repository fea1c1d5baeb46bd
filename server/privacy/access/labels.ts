/** The record was made by a program under 42 CFR Part 2. Set by the database from the program, never from content (2.12(e)). */
export const part2Label = 'part2';

/** The two vaults apart from the chart: psychotherapy notes (45 CFR 164.501) and SUD counseling notes (42 CFR 2.11). */
export const vaultLabels = ['psychotherapy-note', 'sud-counseling-note'] as const;

/** Permissions that read what is written in care: a program may keep that for those with a part in it (privacy.clinical_permissions). */
export const clinicalPermissions: ReadonlySet<string> = new Set(['chart.read', 'assessment.read', 'medication.read', 'document.read']);
