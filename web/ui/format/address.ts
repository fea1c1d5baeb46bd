/** A link with its question mark taken apart, as the router wants it: the path, and what it asks for. */
export function placeOf(address: string): { to: string; search: never } {
  const [to = '', query = ''] = address.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(query)) as never };
}
