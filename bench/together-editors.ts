import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { SectionVisitor } from '#testing/section-visitor.ts';

const { url, cookie, sectionIds, editors, seconds } = workerData as { url: string; cookie: string; sectionIds: string[]; editors: number; seconds: number };

const betweenWordsMs = 400;
const measured: number[] = [];

/** One person: a word, the answer that it is kept, a moment of thought, until the time is over. */
async function write(number: number): Promise<void> {
  const visitor = new SectionVisitor(url, cookie);
  const section = visitor.goTo(sectionIds[number % sectionIds.length] ?? '');
  await section.kept();
  await pause((number * betweenWordsMs) / editors);
  const end = performance.now() + seconds * 1000;
  for (let word = 0; performance.now() < end; word += 1) {
    const begin = performance.now();
    section.write(`e${number} w${word}`);
    await section.kept();
    measured.push(performance.now() - begin);
    await pause(betweenWordsMs);
  }
  visitor.leave();
}

await Promise.all(Array.from({ length: editors }, (_unused, number) => write(number)));
parentPort?.postMessage(measured);
