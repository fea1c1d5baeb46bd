import { FilingIndicator, TraineePolicy } from '#server/billing/payers/payers.contract.ts';

export const filingWords: Readonly<Record<string, string>> = {
  BL: 'Blue Cross Blue Shield',
  CI: 'Commercial',
  HM: 'HMO',
  MB: 'Medicare Part B',
  MC: 'Medicaid',
  CH: 'TRICARE',
  VA: 'Veterans Affairs',
  '12': 'PPO',
  '13': 'POS',
  '14': 'EPO',
  ZZ: 'Other',
};
export const traineeWords: Readonly<Record<string, string>> = {
  supervising: 'Supervisor named on the claim',
  'supervisor-renders': 'Supervisor stands as rendering',
  'not-billable': 'Not billable',
};

/** Kinds of plan to choose from, the known ones by their words. */
export const filingChoices = FilingIndicator.options.map((code) => ({ code, says: filingWords[code] ? `${filingWords[code]} (${code})` : code }));

export const traineeChoices = TraineePolicy.options.map((value) => ({ value, label: traineeWords[value] ?? value }));
