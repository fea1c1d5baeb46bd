import { action, bytes, get, post, type Route } from '#server/platform/index.ts';
import { lanes } from '../lanes/lane.ts';
import { answerOutsider } from './answer-outsider.action.ts';
import {
  ConstantReply,
  LaneList,
  OutsideQuery,
  PacketAddress,
  PacketList,
  PacketReply,
  PacketWorkList,
  PatientAddress,
  PreparePacket,
  Rehearsal,
  ReleasePacket,
  StopPacket,
} from './packets.contract.ts';
import { preparePacket } from './prepare-packet.action.ts';
import { downloadPacket, listPacketWork, listPackets, previewPacket } from './read-packets.action.ts';
import { releasePacket, stopPacket } from './release-packet.action.ts';

const listLanes = action('lane.list', () => Promise.resolve({ items: [...lanes] }), { audit: 'touched' });

export const packetRoutes: readonly Route[] = [
  get('/disclosure-lanes', { may: 'disclosure.release', reply: LaneList, summary: 'Grounds on which records may leave, and what each needs' }, listLanes),
  post(
    '/packets',
    { may: 'disclosure.release', body: PreparePacket, reply: Rehearsal, summary: 'Rehearse a release: what would go, and why the rest stays' },
    preparePacket,
  ),
  post(
    '/packets/:packetId/release',
    { may: 'disclosure.release', params: PacketAddress, body: ReleasePacket, reply: PacketReply, summary: 'Release a rehearsed packet' },
    releasePacket,
  ),
  post(
    '/packets/:packetId/stop',
    { may: 'disclosure.release', params: PacketAddress, body: StopPacket, reply: PacketReply, summary: 'Stop a packet that has not left' },
    stopPacket,
  ),
  get('/packets/:packetId/preview', { may: 'disclosure.release', params: PacketAddress, reply: bytes, summary: 'The pages as they were rehearsed' }, previewPacket),
  get('/packets/:packetId/file', { may: 'disclosure.release', params: PacketAddress, reply: bytes, summary: 'The pages that were released' }, downloadPacket),
  get('/packets', { may: 'disclosure.read', reply: PacketWorkList, summary: 'Packets that wait, were stopped or were left lying' }, listPacketWork),
  get('/patients/:patientId/packets', { may: 'disclosure.read', params: PatientAddress, reply: PacketList, summary: 'Packets of a patient' }, listPackets),
  post(
    '/outside-queries',
    { may: 'disclosure.read', body: OutsideQuery, reply: ConstantReply, summary: 'The words for whoever asks whether somebody is a patient' },
    answerOutsider,
  ),
];
