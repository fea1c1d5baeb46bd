import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from './draft-merge.rules.ts';
import { receive, type DeviceMemory } from './receive.rules.ts';

/** A server that holds one section, as the database does, and a browser that journals and saves. */
class Section {
  text = '';
  version = 1;
  readonly revisions = new Map([[1, '']]);
  readonly devices = new Map<string, DeviceMemory>();

  save(deviceId: string, sent: { text: string; baseVersion: number; sequence: number }) {
    const received = receive(this, sent, this.devices.get(deviceId), this.revisions.get(sent.baseVersion));
    if (received.isTaken) this.devices.set(deviceId, { sequence: sent.sequence, sentText: sent.text, resultVersion: received.version });
    [this.text, this.version] = [received.text, received.version];
    this.revisions.set(this.version, this.text);
    return received;
  }
}

class Browser {
  text = '';
  baseVersion = 1;
  sequence = 0;
  readonly typed: string[] = [];
  readonly deviceId: string;
  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }

  type(at: number) {
    const word = `${this.deviceId}${this.typed.length}`;
    const words = this.text.split(' ');
    words.splice(at % (words.length + 1), 0, word);
    this.text = words.join(' ');
    this.typed.push(word);
  }

  /** Sends; the reply may be lost, the request may be sent twice, and words may be typed while it is under way. */
  save(section: Section, { loseReply, twice, typeMeanwhile }: { loseReply: boolean; twice: boolean; typeMeanwhile: boolean }) {
    const sent = { text: this.text, baseVersion: this.baseVersion, sequence: ++this.sequence };
    section.save(this.deviceId, sent);
    const reply = twice ? section.save(this.deviceId, sent) : { text: section.text, version: section.version };
    if (typeMeanwhile) this.type(sent.sequence);
    if (loseReply) return;
    this.text = mergeTexts(sent.text, reply.text, this.text).text;
    this.baseVersion = reply.version;
  }
}

const move = fc.record({
  device: fc.nat(2),
  act: fc.constantFrom('type' as const, 'save' as const),
  at: fc.nat(20),
  loseReply: fc.boolean(),
  twice: fc.boolean(),
  typeMeanwhile: fc.boolean(),
});

describe('saving a section from several devices', () => {
  test('every word that was typed stands in the end, whatever is lost, repeated or typed meanwhile', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const section = new Section();
        const browsers = [new Browser('a'), new Browser('b'), new Browser('c')];
        for (const { device, act, at, ...fate } of moves) {
          const browser = browsers[device];
          if (act === 'type') browser?.type(at);
          else browser?.save(section, fate);
        }
        for (const browser of browsers) browser.save(section, { loseReply: false, twice: false, typeMeanwhile: false });
        const standing = section.text.split(/[\s⟦⟧]+/);
        for (const word of browsers.flatMap((browser) => browser.typed)) expect(standing).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  test('one person alone with a failing network never sees marks or doubled words', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const section = new Section();
        const browser = new Browser('a');
        for (const { act, at, ...fate } of moves) {
          if (act === 'type') browser.type(at);
          else browser.save(section, fate);
        }
        browser.save(section, { loseReply: false, twice: true, typeMeanwhile: false });
        expect(section.text).toBe(browser.text);
        expect(
          section.text
            .split(' ')
            .filter((word) => word !== '')
            .toSorted(),
        ).toEqual(browser.typed.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  test('the same sending twice is taken once', () => {
    const section = new Section();
    section.save('a', { text: 'calm', baseVersion: 1, sequence: 1 });
    expect(section.save('a', { text: 'calm', baseVersion: 1, sequence: 1 })).toMatchObject({ version: 2, isTaken: false, merged: false });
  });
});
