import { ageOn } from '#server/patients/index.ts';
import { leaveKinds } from '../leaves/leave.ts';
import { genderOf } from '../residencies/gender.rules.ts';
import type { ExpectedRow, LodgerRow, PlaceRow } from './board.ts';

/** One word for a bed: what somebody who looks for one has to know first. */
export function stateOfBed(bed: { outageKind: PlaceRow['outageKind'] }, occupant: { leave: object | null } | undefined, isReserved: boolean) {
  if (occupant) return occupant.leave ? 'away' : 'occupied';
  return bed.outageKind ?? (isReserved ? 'reserved' : 'free');
}

function occupantOf(row: LodgerRow, now: Temporal.Instant) {
  const { leaveKind, leaveNote, leaveStartsAt, expectedBackAt, toBedId, toBedName, plannedFor, transferReason, ...lodger } = row;
  const { birthDate, administrativeSex, genderIdentity, startsAt, ...told } = lodger;
  const leave =
    leaveKind === null || leaveStartsAt === null
      ? null
      : {
          kind: leaveKind,
          says: leaveKinds.find(({ code }) => code === leaveKind)?.says ?? leaveKind,
          note: leaveNote ?? '',
          startsAt: leaveStartsAt,
          expectedBackAt,
          isOverdue: expectedBackAt !== null && Temporal.Instant.compare(expectedBackAt, now) < 0,
        };
  return {
    ...told,
    age: ageOn(birthDate, now.toZonedDateTimeISO('UTC').toPlainDate()),
    gender: genderOf({ administrativeSex, genderIdentity }),
    arrivedAt: startsAt,
    leave,
    transfer: toBedId === null ? null : { toBedId, toBedName: toBedName ?? '', plannedFor, reason: transferReason ?? '' },
  };
}

/** Places, people and plans put together: unit by unit, room by room, bed by bed. */
export function boardOf(places: readonly PlaceRow[], lodgers: readonly LodgerRow[], expected: readonly ExpectedRow[], now: Temporal.Instant) {
  const occupants = lodgers.map((row) => occupantOf(row, now));
  const inBed = new Map(occupants.flatMap((occupant) => (occupant.bedId === null ? [] : [[occupant.bedId, occupant] as const])));
  const reserved = new Map(expected.flatMap((one) => (one.bedId === null ? [] : [[one.bedId, one] as const])));
  const bed = (row: PlaceRow) => {
    const occupant = inBed.get(row.bedId);
    const kept = reserved.get(row.bedId);
    return {
      id: row.bedId,
      name: row.bedName,
      attributes: row.bedAttributes,
      state: stateOfBed(row, occupant, kept !== undefined),
      outage: row.outageKind === null ? null : { kind: row.outageKind, reason: row.outageReason ?? '' },
      reservation: kept?.expectedOn ? { episodeId: kept.episodeId, name: kept.name, expectedOn: kept.expectedOn } : null,
      occupant: occupant ?? null,
    };
  };
  return [...Map.groupBy(places, ({ unitId }) => unitId).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const rooms = [...Map.groupBy(rows, ({ roomId }) => roomId).values()].flatMap((inRoom) => {
      const [room] = inRoom;
      return room ? [{ id: room.roomId, name: room.roomName, attributes: room.roomAttributes, genderRule: room.genderRule, beds: inRoom.map(bed) }] : [];
    });
    const { unitId: id, unitName: name, siteId, siteName, timeZone, programId, programName } = first;
    return [
      { id, name, siteId, siteName, timeZone, programId, programName, rooms, withoutBed: occupants.filter(({ unitId, bedId }) => unitId === id && bedId === null) },
    ];
  });
}
