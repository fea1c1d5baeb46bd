/** Where an authorization stands, in words, and how much it wants attention. */
export const standingWords = {
  requested: { says: 'asked for', color: 'orange' },
  running: { says: 'runs', color: 'tide' },
  'near-its-end': { says: 'near its end', color: 'orange' },
  'used-up': { says: 'used up', color: 'orange' },
  over: { says: 'over', color: 'gray' },
  denied: { says: 'denied', color: 'orange' },
} as const;
