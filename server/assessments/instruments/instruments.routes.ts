import { z } from 'zod';
import { get, post, type Route } from '#server/platform/index.ts';
import { Instrument, InstrumentList, InstrumentPath, NewPack, SkeletonList } from './instrument.contract.ts';
import { listInstruments, showInstrument } from './list-instruments.action.ts';
import { listSkeletons, publishPack, showSkeleton } from './publish-pack.action.ts';

export const routes: readonly Route[] = [
  get('/instruments', { may: 'signed-in', reply: InstrumentList, summary: 'What can be asked here' }, listInstruments),
  post(
    '/instruments',
    {
      may: 'instrument.write',
      body: NewPack,
      reply: z.object({ code: z.string(), version: z.int() }),
      summary: 'Publish an instrument that the site holds a licence for',
    },
    publishPack,
  ),
  get('/instruments/:code', { may: 'signed-in', params: InstrumentPath, reply: Instrument, summary: 'Questions and scoring' }, showInstrument),
  get('/instrument-skeletons', { may: 'instrument.write', reply: SkeletonList, summary: 'Instruments that wait for the wording of the site' }, listSkeletons),
  get('/instrument-skeletons/:code', { may: 'instrument.write', params: InstrumentPath, reply: Instrument, summary: 'One of them, to be filled' }, showSkeleton),
];
