/** An amount of US dollars in whole cents. Never a fraction, never above the safe integers. */
export type Cents = number & { readonly isCents: true };

/** The number as cents. Throws a RangeError when it is not a whole, safe number: that is a bug, never input. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  return (Object.is(amount, -0) ? 0 : amount) as Cents;
}

/** The sum of the amounts; nothing adds up to zero. */
export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** Dollars as people read them: `$1,234.50`, a negative as `-$12.00`. */
export function formatCents(amount: Cents): string {
  const whole = Math.trunc(Math.abs(amount) / 100).toLocaleString('en-US');
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}$${whole}.${rest}`;
}
