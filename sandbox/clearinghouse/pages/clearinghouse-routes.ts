import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { BadRequest, type Question, type Route } from '../../http/http-server.ts';
import type { Clearinghouse } from '../clearinghouse.ts';
import { orderSchema, type Order } from '../desk/orders.ts';
import { clearinghousePage } from './clearinghouse-page.ts';
import { stateOf } from './state.ts';

const seconds = z.int().min(0).optional();
const settings = z.strictObject({
  advanceSeconds: z.int().optional(),
  delays: z.strictObject({ TA1: seconds, '999': seconds, '277CA': seconds, '835': seconds }).optional(),
});
const form = z.object({ order: z.string() });

function parsed<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (!result.success) throw new BadRequest(z.prettifyError(result.error));
  return result.data;
}

function orderOf({ body, isForm }: Question): Order {
  if (!isForm) return parsed(orderSchema, body);
  try {
    return parsed(orderSchema, JSON.parse(parsed(form, body).order));
  } catch (error) {
    throw error instanceof BadRequest ? error : new BadRequest('The order is not JSON.');
  }
}

function fileText(house: Clearinghouse, name: string): string {
  for (const folder of ['outbound', 'inbound']) {
    try {
      return readFileSync(join(house.folder, folder, basename(name)), 'latin1');
    } catch {
      // It may be in the other folder.
    }
  }
  throw new BadRequest(`There is no file ${basename(name)}.`, 404);
}

/** The clearinghouse over HTTP: state, orders, clock, files, page. */
export function clearinghouseRoutes(house: Clearinghouse, host: string): readonly Route[] {
  const done = ({ isForm }: Question, status = 200) => (isForm ? { seeOther: '/clearinghouse/page' } : { json: stateOf(house, host), status });
  return [
    { method: 'GET', path: '/clearinghouse', answer: () => ({ json: stateOf(house, host) }) },
    { method: 'GET', path: '/clearinghouse/page', answer: () => ({ html: clearinghousePage(stateOf(house, host)) }) },
    { method: 'GET', path: '/clearinghouse/files/:name', answer: ({ parts }) => ({ text: fileText(house, parts['name'] ?? '') }) },
    {
      method: 'POST',
      path: '/clearinghouse/orders',
      async answer(question) {
        await house.order(orderOf(question));
        return done(question, 201);
      },
    },
    {
      method: 'POST',
      path: '/clearinghouse/clock',
      answer(question) {
        house.adjust(parsed(settings, question.body));
        return done(question);
      },
    },
    {
      method: 'POST',
      path: '/clearinghouse/reset',
      async answer(question) {
        await house.reset();
        return done(question);
      },
    },
  ];
}
