import { get, patch, post, type Route } from '#server/platform/index.ts';
import { addRoom, changeRoom, listRooms } from './keep-rooms.action.ts';
import { ChangeRoom, NewRoom, RoomList, RoomPath, RoomReply, RoomsQuery } from './rooms.contract.ts';

export const routes: readonly Route[] = [
  get('/rooms', { may: 'schedule.read', query: RoomsQuery, reply: RoomList, summary: 'Rooms' }, listRooms),
  post('/rooms', { may: 'organisation.write', body: NewRoom, reply: RoomReply, summary: 'Add a room' }, addRoom),
  patch('/rooms/:roomId', { may: 'organisation.write', params: RoomPath, body: ChangeRoom, reply: RoomReply, summary: 'Change a room' }, changeRoom),
];
