import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Slot, Wish } from './earlier-time.ts';
import type { WishEarlier } from './earlier-times.contract.ts';

const held = sql`a.status in ('booked', 'confirmed')`;

/** Everybody who would come earlier in the program and site of a freed time, in the order in which they asked. */
export async function wishesFor(tx: Tx, slot: Slot): Promise<readonly Wish[]> {
  const { rows } = await sql<Wish>`select w.id, w.patient_id, w.program_id, w.appointment_id, a.version, a.site_id, a.clinician_id, a.room_id, a.starts_at, a.ends_at,
      coalesce(site.time_zone, 'UTC') as time_zone, w.any_clinician, w.weekdays, w.not_before, w.not_after, w.notice_hours,
      exists (select from scheduling.slot_offer o where o.wish_id = w.id and (o.state = 'open' or (o.clinician_id = ${slot.clinicianId} and o.starts_at = ${slot.startsAt})))
        or exists (select from scheduling.appointment other where other.patient_id = w.patient_id and other.id <> a.id and other.status not in ('cancelled', 'no-show')
          and other.starts_at < ${slot.endsAt} and other.ends_at > ${slot.startsAt}) as is_out
    from scheduling.earlier_wish w join scheduling.appointment a on a.id = w.appointment_id and ${held} and a.starts_at > ${slot.startsAt} left join identity.site_name site on site.id = a.site_id
    where w.ended_at is null and w.program_id = ${slot.programId} and a.site_id = ${slot.siteId} order by w.made_at, w.id limit 500`.execute(tx.db);
  return rows;
}

/** A time as an appointment held it; undefined for none within reach. */
export async function slotOf(tx: Tx, appointmentId: string): Promise<Slot | undefined> {
  const { rows } = await sql<Slot>`select site_id, program_id, clinician_id, room_id, starts_at, ends_at from scheduling.appointment where id = ${appointmentId}`.execute(
    tx.db,
  );
  return rows[0];
}

/** Whether a clinician's time is free, and no longer asked about. */
export async function isFree(tx: Tx, { clinicianId, startsAt, endsAt }: Pick<Slot, 'clinicianId' | 'startsAt' | 'endsAt'>): Promise<boolean> {
  const { rows } = await sql<{
    free: boolean;
  }>`select not exists (select from scheduling.busy_slot b where b.clinician_id = ${clinicianId} and b.starts_at < ${endsAt} and b.ends_at > ${startsAt})
    and not exists (select from scheduling.slot_offer o where o.state = 'open' and o.clinician_id = ${clinicianId} and o.starts_at < ${endsAt} and o.slot_ends_at > ${startsAt}) as free`.execute(
    tx.db,
  );
  return rows[0]?.free ?? false;
}

/** Holds a freed time for somebody until they answer. */
export async function insertOffer(
  tx: Tx,
  slot: Slot,
  wish: Wish,
  seat: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`insert into scheduling.slot_offer (wish_id, patient_id, program_id, site_id, clinician_id, room_id, starts_at, ends_at, slot_ends_at, offered_at, expires_at, state)
    values (${wish.id}, ${wish.patientId}, ${wish.programId}, ${slot.siteId}, ${slot.clinicianId}, ${slot.roomId ?? wish.roomId}, ${seat.startsAt}, ${seat.endsAt}, ${slot.endsAt}, ${tx.now},
      ${seat.expiresAt}, 'open')`.execute(tx.db);
}

/** An offer with the appointment that it would move. */
export interface OfferRow extends Slot {
  readonly id: string;
  readonly wishId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly clinicianName: string;
  readonly slotEndsAt: Temporal.Instant;
  readonly appointmentId: string;
  readonly version: number;
  readonly insteadOf: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly state: 'open' | 'accepted' | 'declined' | 'expired';
}

const offer = sql`select o.id, o.wish_id, o.patient_id, o.program_id, coalesce(p.display_name, '') as patient_name, o.site_id, o.clinician_id, coalesce(s.display_name, '') as clinician_name,
    o.room_id, o.starts_at, o.ends_at, o.slot_ends_at, o.expires_at, o.state, w.appointment_id, a.version, a.starts_at as instead_of
  from scheduling.slot_offer o join scheduling.earlier_wish w on w.id = o.wish_id join scheduling.appointment a on a.id = w.appointment_id
    left join patients.patient_name p on p.id = o.patient_id left join identity.staff_name s on s.id = o.clinician_id`;

/** Offers that wait for an answer, the first to end first. */
export async function openOffers(tx: Tx): Promise<readonly OfferRow[]> {
  const { rows } = await sql<OfferRow>`${offer} where o.state = 'open' and o.expires_at > ${tx.now} order by o.expires_at, o.id limit 500`.execute(tx.db);
  return rows;
}

/** Offers to which nobody answered in time. */
export async function overdueOffers(tx: Tx): Promise<readonly OfferRow[]> {
  const { rows } = await sql<OfferRow>`${offer} where o.state = 'open' and o.expires_at <= ${tx.now} order by o.expires_at for update of o skip locked`.execute(tx.db);
  return rows;
}

/** One offer, locked until the transaction ends; undefined for none within reach. */
export async function lockOffer(tx: Tx, offerId: string): Promise<OfferRow | undefined> {
  const { rows } = await sql<OfferRow>`${offer} where o.id = ${offerId} for update of o`.execute(tx.db);
  return rows[0];
}

/** Writes what became of an offer. */
export async function closeOffer(tx: Tx, offerId: string, state: 'accepted' | 'declined' | 'expired'): Promise<void> {
  await sql`update scheduling.slot_offer set state = ${state}, answered_at = ${tx.now}, answered_by = ${tx.actor.id}::uuid where id = ${offerId}`.execute(tx.db);
}

/** Writes that somebody would come earlier; nothing when it is there already. */
export async function insertWish(tx: Tx, to: WishEarlier & { appointmentId: string; patientId: string; programId: string }): Promise<void> {
  await sql`insert into scheduling.earlier_wish (id, patient_id, program_id, appointment_id, any_clinician, weekdays, not_before, not_after, notice_hours, made_at, made_by)
    values (${to.id}, ${to.patientId}, ${to.programId}, ${to.appointmentId}, ${to.anyClinician}, ${to.weekdays}::integer[], ${to.notBefore ?? null}::time, ${to.notAfter ?? null}::time,
      ${to.noticeHours}, ${tx.now}, ${tx.actor.id}::uuid) on conflict do nothing`.execute(tx.db);
}

/** Ends a wish; the patient when there was one that went on. */
export async function endWish(tx: Tx, wishId: string): Promise<{ patientId: string; programId: string } | undefined> {
  const { rows } = await sql<{ patientId: string; programId: string }>`update scheduling.earlier_wish set ended_at = ${tx.now}, ended_by = ${tx.actor.id}::uuid
    where id = ${wishId} and ended_at is null returning patient_id, program_id`.execute(tx.db);
  return rows[0];
}

/** A wish in the list. */
export interface WishRow {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly appointmentId: string;
  readonly typeName: string;
  readonly clinicianName: string;
  readonly startsAt: Temporal.Instant;
  readonly anyClinician: boolean;
  readonly weekdays: number[];
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly noticeHours: number;
  readonly madeAt: Temporal.Instant;
}

/** Who would come earlier, in the order in which they asked. */
export async function openWishes(tx: Tx): Promise<readonly WishRow[]> {
  const { rows } =
    await sql<WishRow>`select w.id, w.patient_id, coalesce(p.display_name, '') as patient_name, w.appointment_id, t.name as type_name, coalesce(s.display_name, '') as clinician_name,
      a.starts_at, w.any_clinician, w.weekdays, to_char(w.not_before, 'HH24:MI') as not_before, to_char(w.not_after, 'HH24:MI') as not_after, w.notice_hours, w.made_at
    from scheduling.earlier_wish w join scheduling.appointment a on a.id = w.appointment_id and ${held} and a.starts_at > ${tx.now}
      join scheduling.appointment_type t on t.code = a.type_code left join patients.patient_name p on p.id = w.patient_id left join identity.staff_name s on s.id = a.clinician_id
    where w.ended_at is null order by w.made_at, w.id limit 500`.execute(tx.db);
  return rows;
}
