/** A key that no other field has, in this form or another: answers of two forms must never meet by accident. */
export function freshKey(what: string): string {
  return `${what}-${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`;
}
