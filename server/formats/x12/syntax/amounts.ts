import { cents, type Cents } from '#server/platform/index.ts';

const decimal = /^(-?)(\d{0,11})(?:\.(\d{0,4}))?$/;

/** Cents of a decimal such as '80', '80.5', '.2' or '-12.00'; undefined when it is none, or finer than a cent. */
export function centsOf(text: string): Cents | undefined {
  const parts = decimal.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (whole + fraction === '' || /[1-9]/.test(fraction.slice(2))) return undefined;
  const amount = Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`);
  return cents(sign === '-' ? -amount : amount);
}

/** The shortest decimal of an amount: '180', '80.5', '.2', '-12'. X12 sends no superfluous zero. */
export function decimalOf(amount: Cents): string {
  if (amount === 0) return '0';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  const whole = digits.slice(0, -2).replace(/^0+/, '');
  return `${amount < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** A count or measure (never money) such as '1', '1.5', '-2'; undefined when it is none. */
export function quantityOf(text: string): number | undefined {
  return decimal.test(text) && /\d/.test(text) ? Number(text) + 0 : undefined;
}

/** A count or measure with at most three decimals, without superfluous zeros. */
export function quantityText(quantity: number): string {
  const text = quantity
    .toFixed(3)
    .replace(/\.?0+$/, '')
    .replace(/^(-?)0\./, '$1.');
  return text === '-0' ? '0' : text;
}
