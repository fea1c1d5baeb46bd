/** First letters of the first and the last name, for a small round picture. */
export function initials(name: string): string {
  const parts = name
    .replaceAll(/\(.*?\)|,.*$/g, '')
    .trim()
    .split(/\s+/);
  return [parts.at(0), parts.length > 1 ? parts.at(-1) : '']
    .map((part) => part?.[0] ?? '')
    .join('')
    .toUpperCase();
}
