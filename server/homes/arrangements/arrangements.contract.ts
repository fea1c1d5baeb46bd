import { z } from 'zod';

const codes = z.array(z.string().max(80)).max(100, 'There are not that many tiles.');

/** The whole arrangement; it replaces the one before. Codes that the role does not have wait until it does. */
export const Arrangement = z.object({ hidden: codes, first: codes });
