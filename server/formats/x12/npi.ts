/** The prefix that makes an NPI a card number for its check digit: 80 health, 840 United States. */
const issuerPrefix = '80840';

/** Whether the digits pass Luhn's check: every second from the right doubled, the sum a multiple of ten. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether the text is a National Provider Identifier: ten digits, the first 1 or 2, check digit right (45 CFR 162.406). */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && passesLuhn(issuerPrefix + text);
}

/** The NPI that begins with these nine digits: for invented people. Throws a RangeError for anything else. */
export function npiFrom(nineDigits: string): string {
  if (!/^[12]\d{8}$/.test(nineDigits)) throw new RangeError(`An NPI begins with 1 or 2 and nine digits: ${nineDigits}`);
  const whole = Array.from({ length: 10 }, (_, digit) => `${nineDigits}${digit}`).find(isNpi);
  if (whole === undefined) throw new RangeError(`No check digit fits ${nineDigits}`);
  return whole;
}
