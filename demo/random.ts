/**
 * Chance that repeats: the same seed tells the same story on every machine. For demo data only, never for secrets.
 * The generator is mulberry32; its 32 bits of state are plenty for names and dates.
 */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the things. */
  one<T>(things: readonly T[]): T {
    const thing = things[Math.floor(this.next() * things.length)];
    if (thing === undefined) throw new RangeError('Nothing to choose from');
    return thing;
  }

  /** True in that share of cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of the things, each as likely as its weight. */
  weighted<T>(things: readonly (readonly [T, number])[]): T {
    let left = this.next() * things.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return this.one(things)[0];
  }

  /** An identifier (UUIDv7 layout) of that moment, the same for the same story. */
  uuid(at: Temporal.Instant): string {
    const time = at.epochMilliseconds.toString(16).padStart(12, '0');
    const hex = () =>
      Math.floor(this.next() * 0x1000000)
        .toString(16)
        .padStart(6, '0');
    const noise = hex() + hex() + hex() + hex();
    const variant = '89ab'[Math.floor(this.next() * 4)] ?? '8';
    return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(3, 6)}-${noise.slice(6, 18)}`;
  }
}
