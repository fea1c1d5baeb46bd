/** A time of a clinician; `status` where it is an appointment. */
interface Known {
  readonly clinicianId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status?: string;
}

const timeOf = ({ clinicianId, startsAt, endsAt }: Known) => `${clinicianId ?? ''} ${startsAt} ${endsAt}`;
const givesTimeBack: ReadonlySet<string | undefined> = new Set(['cancelled', 'no-show']);

/** Of the taken times those that nothing the reader may see explains, each once: time that is busy, and no more is known of it. */
export function busyElsewhere<Slot extends Known>(taken: readonly Slot[], known: readonly Known[]): Slot[] {
  const explained = new Set(known.filter(({ status }) => !givesTimeBack.has(status)).map(timeOf));
  return taken.filter((slot) => {
    const time = timeOf(slot);
    if (explained.has(time)) return false;
    explained.add(time);
    return true;
  });
}
