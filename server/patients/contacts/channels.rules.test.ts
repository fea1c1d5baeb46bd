import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelName } from './contacts.contract.ts';
import { obstaclesToCommunication, obstaclesToContact, openChannels, waysToReach } from './channels.rules.ts';

const channel = fc.constantFrom<ChannelName>('portal', 'phone', 'voicemail', 'text', 'email', 'letter');
const channels = fc.uniqueArray(channel);

test('no sender ever uses a channel that the patient did not allow', () => {
  fc.assert(
    fc.property(channels, fc.option(channel), channels, (allowed, preferred, able) => {
      for (const open of openChannels({ allowed, preferred }, able)) expect(allowed).toContain(open);
    }),
  );
});

test('the preferred channel is tried first where the sender can use it', () => {
  expect(openChannels({ allowed: ['portal', 'email', 'text'], preferred: 'text' }, ['email', 'text'])).toEqual(['text', 'email']);
});

test('until the patient has been asked nothing goes out that others could see', () => {
  expect(openChannels(undefined, ['text', 'email', 'letter', 'voicemail', 'portal'])).toEqual(['portal']);
});

test('a preference outside of what is allowed, and a message without a call, are refused', () => {
  expect(obstaclesToCommunication({ allowed: ['portal'], preferred: 'text' })).toMatchObject([{ code: 'communication.preferred-closed' }]);
  expect(obstaclesToCommunication({ allowed: ['voicemail'] })).toMatchObject([{ code: 'communication.voicemail-alone' }]);
  expect(obstaclesToCommunication({ allowed: ['phone', 'voicemail'], preferred: 'phone' })).toEqual([]);
});

test('somebody who may not be contacted is told nothing', () => {
  expect(obstaclesToContact({ mayContact: false, mayLeaveMessage: false, mayDiscussCare: true })).toMatchObject([{ code: 'contact.not-to-be-contacted' }]);
  expect(obstaclesToContact({ mayContact: true, mayLeaveMessage: false, mayDiscussCare: false })).toEqual([]);
});

test('a letter goes to the address that the patient asked for, and to none when letters are not wanted', () => {
  const box = { line1: 'PO Box 9', line2: null, city: 'Olympia', state: 'WA', zip: '98501' };
  const home = { address: { line1: '1 Main St', line2: null, city: 'Tacoma', state: 'WA', zip: '98402' }, phone: '2535550100' };
  const said = { allowed: ['letter', 'phone'] as const, preferred: 'letter' as const, address: box, phone: null, callerName: 'Anna' };
  expect(waysToReach(said, home, ['phone', 'letter', 'email'])).toEqual([
    { channel: 'letter', address: box, phone: null, callerName: 'Anna' },
    { channel: 'phone', address: null, phone: '2535550100', callerName: 'Anna' },
  ]);
  expect(waysToReach(undefined, home, ['letter'])).toEqual([]);
  expect(waysToReach({ ...said, address: null }, { address: null, phone: null }, ['letter', 'phone'])).toEqual([]);
});
