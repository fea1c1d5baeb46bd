const kinds: Readonly<Record<string, string>> = {
  outpatient: 'Outpatient',
  iop: 'Intensive outpatient',
  php: 'Partial hospitalization',
  residential: 'Residential',
  otp: 'Opioid treatment',
  psychiatry: 'Psychiatry',
  crisis: 'Crisis stabilization',
  inpatient: 'Inpatient',
  act: 'Assertive community treatment',
};

/** CMS place-of-service codes that behavioral programs use. */
const places: Readonly<Record<string, string>> = {
  '02': 'Telehealth, elsewhere',
  '10': 'Telehealth, at home',
  '11': 'Office',
  '12': 'Home',
  '15': 'Mobile unit',
  '21': 'Inpatient hospital',
  '22': 'Outpatient hospital',
  '51': 'Inpatient psychiatric facility',
  '52': 'Partial hospitalization',
  '53': 'Community mental health center',
  '55': 'Residential substance use facility',
  '56': 'Residential psychiatric facility',
  '57': 'Non-residential substance use facility',
  '58': 'Opioid treatment program',
};

/** A kind of program in words. */
export function kindWords(kind: string): string {
  return kinds[kind] ?? kind;
}

/** A place of service in words, with its code. */
export function placeWords(code: string): string {
  return places[code] ? `${places[code]} (${code})` : code;
}
