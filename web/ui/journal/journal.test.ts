import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeTexts, type DraftHeaderWire, type SaveDraft, type SavedDraft } from '#server/charting/drafts/drafts.contract.ts';
import {
  answered,
  changedHeader,
  hasUnsaved,
  nextSave,
  openJournal,
  statusOf,
  stored,
  takenUp,
  typed,
  unanswered,
  versionsRead,
  type Journal,
  type Kept,
} from './journal.ts';

const header: DraftHeaderWire = { startedAt: null, endedAt: null, modality: 'in-person', patientLocation: '', participants: '', risk: null, diagnosisIds: [] };

/** The agreement with the server in a few lines: versions are kept, a number is taken once, what meets is merged. */
class Shore {
  versions: string[] = [''];
  taken = new Map<string, { sequence: number; text: string; version: number }>();
  get text() {
    return this.versions.at(-1) ?? '';
  }
  get version() {
    return this.versions.length - 1;
  }
  write(text: string) {
    if (text !== this.text) this.versions.push(text);
  }
  take(body: SaveDraft): SavedDraft {
    const sent = body.sections?.['data'];
    const last = this.taken.get(body.deviceId);
    if (sent && (!last || sent.sequence > last.sequence)) {
      const ground = last && sent.baseVersion < last.version ? last.text : (this.versions[sent.baseVersion] ?? '');
      this.write(mergeTexts(ground, this.text, sent.text).text);
      this.taken.set(body.deviceId, { sequence: sent.sequence, text: sent.text, version: this.version });
    }
    const section = { text: this.text, version: this.version, merged: this.text !== sent?.text, bothKept: false };
    return {
      state: 'open',
      sections: sent ? { data: section } : {},
      versions: { data: this.version },
      header: { ...header, ...body.header } as DraftHeaderWire,
      headerVersion: 0,
      savedAt: '2026-11-23T18:00:00Z',
    };
  }
}

const open = (shore: Shore, kept: readonly Kept[] = []) => openJournal([{ key: 'data', text: shore.text, version: shore.version }], header, kept);
const textOf = (journal: Journal) => journal.sections['data']?.text ?? '';
const keptOf = (journal: Journal): Kept[] =>
  Object.entries(journal.sections).map(([key, { text, base, baseVersion, sequence }]) => ({ key, text, base, baseVersion, sequence, isOwn: true }));

/** A browser: what its store keeps of each device, and the page that is open. A page that crashed may still hold the lock, then the next one is a device of its own. */
class Browser {
  lines = new Map<string, Kept>();
  device = 'browser';
  devices = 0;
  found: string[] = [];
  journal: Journal;
  shore: Shore;
  constructor(shore: Shore) {
    this.shore = shore;
    this.journal = open(shore);
  }
  #keep() {
    for (const line of keptOf(this.journal)) this.lines.set(this.device, line);
  }
  write(word: string) {
    this.journal = typed(this.journal, 'data', `${textOf(this.journal)}${word}\n`);
    this.#keep();
  }
  save(loss: 'none' | 'going' | 'coming', meanwhile: () => void = () => undefined) {
    const next = nextSave(this.journal, this.device);
    if (!next) return;
    this.journal = next.journal;
    this.#keep();
    const reply = loss === 'going' ? undefined : this.shore.take(next.body);
    meanwhile();
    this.journal = reply && loss === 'none' ? answered(this.journal, reply) : unanswered(this.journal, { kind: 'offline' });
    this.#keep();
    if (reply && loss === 'none') this.#putAwayFound();
  }
  #putAwayFound() {
    for (const device of this.found) this.lines.set(device, takenUp(this.lines.get(device) as Kept));
    this.found = [];
  }
  crash(isLockHeld: boolean) {
    this.device = isLockHeld ? `tab-${(this.devices += 1)}` : 'browser';
    this.found = [...this.lines.keys()].filter((device) => device !== this.device);
    const kept = [...this.lines].map(([device, line]) => ({ ...line, isOwn: device === this.device }));
    this.journal = open(this.shore, kept);
    if (!hasUnsaved(this.journal)) this.#putAwayFound();
  }
}

type Step = 'type' | 'save' | 'save-lost-going' | 'save-lost-coming' | 'type-while-saving' | 'colleague' | 'crash' | 'crash-lock-held';
const plans = fc.array(
  fc.constantFrom<Step>('type', 'type', 'type', 'save', 'save-lost-going', 'save-lost-coming', 'type-while-saving', 'colleague', 'crash', 'crash-lock-held'),
  { minLength: 1, maxLength: 40 },
);

test('no word is lost, whatever crashes, whatever the network swallows, whoever else writes', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const shore = new Shore();
      const browser = new Browser(shore);
      const words: string[] = [];
      const word = (who: string) => {
        words.push(`${who}${words.length}`);
        return words.at(-1) ?? '';
      };
      const type = () => browser.write(word('w'));
      const does: Record<Step, () => void> = {
        type,
        save: () => browser.save('none'),
        'save-lost-going': () => browser.save('going'),
        'save-lost-coming': () => browser.save('coming'),
        'type-while-saving': () => browser.save('none', type),
        colleague: () => shore.write(`${word('c')}\n${shore.text}`),
        crash: () => browser.crash(false),
        'crash-lock-held': () => browser.crash(true),
      };
      for (const step of [...plan, 'type' as const]) does[step]();
      for (let tries = 0; tries < 4 && hasUnsaved(browser.journal); tries++) browser.save('none');
      expect(hasUnsaved(browser.journal)).toBe(false);
      expect(textOf(browser.journal)).toBe(shore.text);
      // Where both wrote at the same place both stand, in marks.
      const found = shore.text.match(/[wc]\d+/g) ?? [];
      expect([...new Set(found)].toSorted()).toEqual(words.toSorted());
      // Words are doubled by nothing but a merge that leaves both sides to a person.
      if (!shore.text.includes('⟦')) expect(found).toHaveLength(words.length);
    }),
    { numRuns: Number(process.env['JOURNAL_RUNS'] ?? 500) },
  );
});

test('two tabs that crashed with different words both get them back', () => {
  const base = { key: 'data', base: 'Slept well.', baseVersion: 0, sequence: 1 };
  const journal = openJournal([{ key: 'data', text: 'Slept well.', version: 0 }], header, [
    { ...base, text: 'Slept well. Ate little.', isOwn: true },
    { ...base, text: 'Came late. Slept well.', isOwn: false },
  ]);
  expect(textOf(journal)).toBe('Came late. Slept well. Ate little.');
});

test('a number is never used for two sendings, also after a crash', () => {
  const first = nextSave(typed(open(new Shore()), 'data', 'one'), 'device');
  const again = first && nextSave(openJournal([{ key: 'data', text: '', version: 0 }], header, keptOf(first.journal)), 'device');
  expect(first?.body.sections?.['data']?.sequence).toBe(1);
  expect(again?.body.sections?.['data']?.sequence).toBe(2);
});

test('the header goes with the words, and what changed meanwhile stays', () => {
  const saving = nextSave(changedHeader(open(new Shore()), { risk: 'denied' }), 'device');
  expect(saving?.body.header).toEqual({ risk: 'denied' });
  const changed = saving && changedHeader(saving.journal, { participants: 'Mother' });
  const back = changed && answered(changed, new Shore().take({ deviceId: 'device', header: { risk: 'denied' } }));
  expect(back?.header).toMatchObject({ risk: 'denied', participants: 'Mother' });
  expect(back?.headerChange).toEqual({ participants: 'Mother' });
});

test('the writer is told where the words are', () => {
  const journal = typed(open(new Shore()), 'data', 'Anxious.');
  expect(statusOf(open(new Shore())).says).toBe('Saved');
  expect(statusOf(journal).kind).toBe('saving');
  expect(statusOf(stored(journal, 1)).says).toBe('Saved on this device');
  expect(statusOf(unanswered(journal, { kind: 'offline' })).says).toBe('Offline: kept on this device');
  expect(statusOf(unanswered(journal, { kind: 'refused', says: 'This note is signed.' })).says).toBe('This note is signed.');
});

test('a signature stands for the words that were on the screen: own words saved meanwhile count as read, those of a colleague do not', () => {
  const shore = new Shore();
  shore.write('Slept well.');
  const written = typed(open(shore), 'data', 'Slept well. Ate little.');
  const saved = (journal: Journal) => {
    const next = nextSave(journal, 'desk');
    return next ? answered(next.journal, shore.take(next.body)) : journal;
  };
  expect(versionsRead(written, saved(written))).toEqual({ data: shore.version });

  const again = typed(saved(written), 'data', 'Slept well. Ate little. Walked.');
  const seen = shore.version;
  shore.write('Slept badly. Ate little.');
  expect(versionsRead(again, saved(again))).toEqual({ data: seen });
});
