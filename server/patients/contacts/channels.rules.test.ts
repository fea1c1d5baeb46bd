import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelName } from './contacts.contract.ts';
import { obstaclesToCommunication, obstaclesToContact, openChannels } from './channels.rules.ts';

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
