// Damm's quasigroup of order ten: finds every single wrong digit and every swap of neighbours (H. M. Damm, 2004).
const quasigroup = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

function interim(digits: string): string {
  return [...digits].reduce((row, digit) => quasigroup[Number(row)]?.[Number(digit)] ?? '0', '0');
}

/** The medical record number of a count: its digits and one check digit. */
export function mrnOf(count: number): string {
  const digits = String(count);
  return `${digits}${interim(digits)}`;
}

/** Whether the text could be a medical record number: seven to twelve digits of which the last one checks the others. */
export function isMrn(text: string): boolean {
  return /^[1-9]\d{6,9}$/.test(text) && interim(text) === '0';
}
