import { del, get, patch, post, put, type Route } from '#server/platform/index.ts';
import { bringBackBed, takeOutBed } from './keep-outages.action.ts';
import { addRoom, addUnit, changeUnit, listPlaces } from './keep-places.action.ts';
import { BedPath, NewRoom, NewUnit, PlacesReply, TakeOut, UnitChange, UnitPath } from './places.contract.ts';

export const routes: readonly Route[] = [
  get('/residence/units', { may: 'program.read', reply: PlacesReply, summary: 'Units, rooms and beds' }, listPlaces),
  post('/residence/units', { may: 'program.write', body: NewUnit, reply: PlacesReply, summary: 'Open a unit' }, addUnit),
  patch('/residence/units/:unitId', { may: 'program.write', params: UnitPath, body: UnitChange, reply: PlacesReply, summary: 'Change or retire a unit' }, changeUnit),
  post('/residence/units/:unitId/rooms', { may: 'program.write', params: UnitPath, body: NewRoom, reply: PlacesReply, summary: 'Add a room with its beds' }, addRoom),
  put('/residence/beds/:bedId/outage', { may: 'residence.write', params: BedPath, body: TakeOut, summary: 'Take a bed out of use' }, takeOutBed),
  del('/residence/beds/:bedId/outage', { may: 'residence.write', params: BedPath, summary: 'Bring a bed back into use' }, bringBackBed),
];
