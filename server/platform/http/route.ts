import type { z } from 'zod';
import type { Action } from '../action/action.ts';
import type { Purpose } from '../action/actor.ts';
import type { PrintedRows } from '../database/print-rows.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What values look like once they are JSON: Temporal becomes text, everything else stays. */
export type OnTheWire<T> = T extends Temporal.Instant | Temporal.PlainDate | Temporal.PlainTime | Temporal.Duration
  ? string
  : T extends string | number | boolean | null | undefined | Uint8Array
    ? T
    : T extends PrintedRows<infer Row, infer Other>
      ? (Row | OnTheWire<Other>)[]
      : T extends readonly (infer Item)[]
        ? OnTheWire<Item>[]
        : T extends object
          ? { -readonly [Key in keyof T]: OnTheWire<T[Key]> }
          : T;

type Part = z.ZodType<object> | undefined;
type Output<P extends Part> = P extends z.ZodType ? z.output<P> : unknown;

/** The reply of a download; the action answers `{ contentType, fileName, body }`. */
export const bytes = Symbol('bytes');

/** A download. `inline` shows it in the page (photos, card images), otherwise it is saved. */
export interface Bytes {
  readonly contentType: string;
  readonly fileName: string;
  readonly body: Uint8Array;
  readonly inline?: boolean;
}

/** A file that came with a form, already read: at most 15 MB. */
export interface Upload {
  readonly file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };
}

/** An answer with more than a body: cookies to set (whole header lines) or another status. */
export class Answer<Body> {
  readonly body: Body;
  readonly cookies: readonly string[];
  readonly status: number | undefined;
  constructor(body: Body, extras: { cookies?: readonly string[]; status?: number } = {}) {
    this.body = body;
    this.cookies = extras.cookies ?? [];
    this.status = extras.status;
  }
}

interface Shape<Params extends Part, Query extends Part, Body extends Part, Reply extends z.ZodType | typeof bytes | undefined> {
  /** The permission; `public` for anyone, `signed-in` for anyone with a session. Without it the route does not compile. */
  readonly may: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
  readonly upload?: boolean;
  readonly purpose?: Purpose;
  readonly summary?: string;
  /** Answered even to a session that still owes its second factor. */
  readonly beforeSecondFactor?: boolean;
  /** Calls a minute from one address, when fewer than the general limit. */
  readonly rateLimit?: number;
}

/** One line of the table of contents, checked and with its types set aside. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly may: string;
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly reply: z.ZodType | typeof bytes | undefined;
  readonly upload: boolean;
  readonly purpose: Purpose | undefined;
  readonly summary: string | undefined;
  readonly beforeSecondFactor: boolean;
  readonly rateLimit: number | undefined;
  readonly action: Action<never, unknown>;
}

type Replied<Reply> = Reply extends typeof bytes ? Bytes : Reply extends z.ZodType ? z.input<Reply> : unknown;
type Answered<Result> = Result extends Answer<infer Body> ? Body : Result;

function define(method: Method) {
  return <
    Params extends Part = undefined,
    Query extends Part = undefined,
    Body extends Part = undefined,
    Reply extends z.ZodType | typeof bytes | undefined = undefined,
    Result = unknown,
  >(
    path: string,
    shape: Shape<Params, Query, Body, Reply>,
    action: Action<Output<Params> & Output<Query> & Output<Body> & object, Result> &
      (OnTheWire<Answered<Result>> extends Replied<Reply> ? unknown : { readonly 'the reply schema does not fit what the action answers': Replied<Reply> }),
  ): Route => ({
    method,
    path,
    may: shape.may,
    params: shape.params,
    query: shape.query,
    body: shape.body,
    reply: shape.reply,
    upload: shape.upload ?? false,
    purpose: shape.purpose,
    summary: shape.summary,
    beforeSecondFactor: shape.beforeSecondFactor ?? false,
    rateLimit: shape.rateLimit,
    action: action as unknown as Action<never, unknown>,
  });
}

export const get = define('GET');
export const post = define('POST');
export const put = define('PUT');
export const patch = define('PATCH');
export const del = define('DELETE');
