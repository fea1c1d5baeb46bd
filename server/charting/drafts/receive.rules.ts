import { mergeTexts, uniteTexts, type Merged } from './draft-merge.rules.ts';

/** What one device sent for one section. */
export interface SentText {
  readonly text: string;
  readonly baseVersion: number;
  readonly sequence: number;
}

/** What the server last took from that device. */
export interface DeviceMemory {
  readonly sequence: number;
  readonly sentText: string;
  readonly resultVersion: number;
}

/** A section after a save. `isNew` when the text changed and a new version is to be kept. */
export interface Received {
  readonly text: string;
  readonly version: number;
  readonly merged: boolean;
  readonly bothKept: boolean;
  readonly isNew: boolean;
  /** False when this sending was already taken: nothing at all is to be stored. */
  readonly isTaken: boolean;
}

function merge(current: string, sent: SentText, device: DeviceMemory | undefined, base: string | undefined): Merged {
  // The reply to its last save had not reached the device when it went on typing: its own last text is the ground, not the version before.
  if (device && sent.baseVersion < device.resultVersion) return mergeTexts(device.sentText, current, sent.text);
  return base === undefined ? uniteTexts(current, sent.text) : mergeTexts(base, current, sent.text);
}

/**
 * Takes what a device sent into a section. `base` is the text of the version that the device started from; undefined when it is
 * no longer kept. The same number from the same device is taken once; an older one that arrives late is already contained.
 */
export function receive(section: { text: string; version: number }, sent: SentText, device: DeviceMemory | undefined, base: string | undefined): Received {
  if (device && sent.sequence <= device.sequence) {
    return { ...section, merged: section.text !== sent.text, bothKept: false, isNew: false, isTaken: false };
  }
  const { text, bothKept } = sent.baseVersion === section.version ? { text: sent.text, bothKept: false } : merge(section.text, sent, device, base);
  const isNew = text !== section.text;
  return { text, version: isNew ? section.version + 1 : section.version, merged: text !== sent.text, bothKept, isNew, isTaken: true };
}
