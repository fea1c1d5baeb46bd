import notice from '#content/notices/part2-redisclosure.json' with { type: 'json' };

/** The statement that goes with each disclosure on consent, exactly one (42 CFR 2.32(a)). */
export const currentNotice: { readonly id: string; readonly text: string; readonly short: string; readonly source: string } = notice;
