import type { OfferPolicy, Slot, Wish } from './earlier-time.ts';

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** From when to when somebody would sit in a slot: from its beginning, as long as their own appointment. */
export function seatIn(slot: Slot, wish: Wish): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  return { startsAt: slot.startsAt, endsAt: slot.startsAt.add(wish.startsAt.until(wish.endsAt)) };
}

function suitsTheClock(slot: Slot, wish: Wish): boolean {
  const [start, end] = [slot.startsAt, seatIn(slot, wish).endsAt].map((at) => at.toZonedDateTimeISO(wish.timeZone));
  if (!start || !end) return false;
  const isDay = wish.weekdays.length === 0 || wish.weekdays.includes(start.dayOfWeek);
  const isLateEnough = wish.notBefore === null || Temporal.PlainTime.compare(start.toPlainTime(), wish.notBefore) >= 0;
  const isEarlyEnough = wish.notAfter === null || (Temporal.PlainTime.compare(end.toPlainTime(), wish.notAfter) <= 0 && start.toPlainDate().equals(end.toPlainDate()));
  return isDay && isLateEnough && isEarlyEnough;
}

/** Whether a freed time suits somebody: earlier than theirs, long enough, in the same program and site, with notice, on a day and hour that they named. */
export function suits(slot: Slot, wish: Wish, now: Temporal.Instant, { leastNoticeMinutes }: OfferPolicy): boolean {
  const notice = Math.max(wish.noticeHours * 60, leastNoticeMinutes);
  return (
    !wish.isOut &&
    slot.programId === wish.programId &&
    slot.siteId === wish.siteId &&
    (wish.anyClinician || slot.clinicianId === wish.clinicianId) &&
    before(slot.startsAt, wish.startsAt) &&
    !before(slot.endsAt, seatIn(slot, wish).endsAt) &&
    !before(slot.startsAt, now.add({ minutes: notice })) &&
    suitsTheClock(slot, wish)
  );
}

/** The first who suits, in the order in which they asked; undefined for none. */
export function firstWhoSuits(slot: Slot, wishes: readonly Wish[], now: Temporal.Instant, policy: OfferPolicy): Wish | undefined {
  return wishes.find((wish) => suits(slot, wish, now, policy));
}

/** Until when one is asked: the policy's time, and never later than the least notice before the beginning. */
export function offerExpires(slot: Slot, now: Temporal.Instant, { answerWithinMinutes, leastNoticeMinutes }: OfferPolicy): Temporal.Instant {
  const [asked, last] = [now.add({ minutes: answerWithinMinutes }), slot.startsAt.subtract({ minutes: leastNoticeMinutes })];
  return before(asked, last) ? asked : last;
}
