import type { z } from 'zod';
import { Forbidden, Invalid, NotFound, NotSignedIn, Refused, Unavailable, type FieldFault } from '../refused/refused.ts';
import { BrokenReply } from './broken-reply.ts';

/** RFC 9457 problem details. `errors` names fields with their remedy, `obstacles` what a rule found in the way. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly errors?: readonly FieldFault[];
  readonly obstacles?: readonly { code: string; says: string; at?: string }[];
  readonly traceId?: string;
}

function problem(status: number, code: string, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:mooring:problem:${code}`, title, status, code, ...more };
}

/** What is wrong with each field, in the order of the schema. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.map((issue) => ({ at: issue.path.join('.') || 'body', says: issue.message }));
}

/** Fastify's own refusals carry a status; nothing else of theirs is told. */
function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const plainTitles: Readonly<Record<number, string>> = {
  400: 'The request could not be read',
  404: 'Not found',
  413: 'This is too large',
  415: 'This kind of content is not taken here',
  429: 'Too many requests. Wait a minute and try again.',
};

/** Any error as a problem. A bug says nothing but its trace id; an absent record and a hidden one read the same. */
export function problemOf(error: unknown, traceId: string): Problem {
  if (error instanceof Refused) return problem(error.status, error.code, error.message, { obstacles: error.obstacles });
  if (error instanceof NotFound) return problem(404, 'not-found', 'Not found');
  if (error instanceof Invalid) return problem(400, 'invalid', 'Some fields need another look', { errors: error.faults });
  if (error instanceof NotSignedIn) return problem(401, error.code, error.message);
  if (error instanceof Forbidden) return problem(403, 'forbidden', error.message, { detail: `This takes the permission ${error.permission}.` });
  if (error instanceof Unavailable) return problem(503, 'unavailable', error.message);
  // The work was committed before its reply was looked at.
  if (error instanceof BrokenReply)
    return problem(500, 'bug', 'The answer could not be shown, by a mistake of ours. Look whether it was done before you do it again.', { traceId });
  const status = statusOf(error);
  if (status) return problem(status, `http-${status}`, plainTitles[status] ?? 'The request could not be taken');
  return problem(500, 'bug', 'Something went wrong on our side. Nothing was changed.', { traceId });
}
