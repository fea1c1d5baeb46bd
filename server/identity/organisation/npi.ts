/** Whether the ten digits are a well-formed National Provider Identifier: Luhn over 80840 and the number (45 CFR 162.406). */
export function isNpi(digits: string): boolean {
  if (!/^[12]\d{9}$/.test(digits)) return false;
  const sum = [...`80840${digits}`].toReversed().reduce((total, character, place) => {
    const doubled = Number(character) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
