import { createHash } from 'node:crypto';
import pg from 'pg';

// Texts of one connection that PostgreSQL keeps planned; what comes beyond is planned each time. Bounds the server's memory.
const mostPlans = 500;
const worthPlanning = /^\s*(select|insert|update|delete|with)\b/i;

const names = new Map<string, string>();

/** The name of a statement: the same for the same text, so that connections and restarts agree. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  if (names.size < mostPlans * 4) names.set(text, name);
  return name;
}

/**
 * A connection that lets PostgreSQL keep its plans: each text is prepared under a name the first time. Policies and views make
 * planning dearer than running for the small questions that fill a day. Behind a pooler it needs PgBouncer 1.21 or later (`max_prepared_statements`).
 */
export class PreparingClient extends pg.Client {
  readonly #planned = new Set<string>();

  // oxlint-disable-next-line typescript/no-explicit-any -- pg overloads `query` nine ways; all but (text, values) pass through untouched.
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !Array.isArray(values) || !this.#keeps(text)) return Reflect.apply(super.query, this, given);
    return Reflect.apply(super.query, this, [{ name: nameOf(text), text, values }, ...rest]);
  }

  #keeps(text: string): boolean {
    if (this.#planned.has(text)) return true;
    if (this.#planned.size >= mostPlans || !worthPlanning.test(text)) return false;
    this.#planned.add(text);
    return true;
  }
}
