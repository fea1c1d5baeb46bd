import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { describe, expect } from 'vitest';
import { startSandbox } from '../main.ts';
import { claimFile, outsideTest as test } from '../testing/outside.ts';
import { imbalancesOf, segmentsOf } from '../testing/read-answers.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.x12`, import.meta.url), 'latin1');
}

/** All segments of that id in these answers, as `ID*a*b`. */
function found(texts: readonly string[], id: string): string[] {
  return texts
    .flatMap(segmentsOf)
    .filter((segment) => segment[0] === id)
    .map((segment) => segment.join('*'));
}

describe('a file that is sent', () => {
  test('a good claim is acknowledged, accepted twice, numbered and paid by contract', async ({ outside }) => {
    await outside.send('a.x12', await claimFile({ envelopeAck: '1' }));
    expect(found(await outside.answers('TA1'), 'TA1')).toEqual(['TA1*000000201*261101*1200*A*000']);
    const [implementation = ''] = await outside.answers('999');
    expect(found([implementation], 'IK5')).toEqual(['IK5*A']);
    expect(found([implementation], 'AK9')).toEqual(['AK9*A*1*1*1']);
    const claims = await outside.answers('277CA');
    expect(claims).toHaveLength(2);
    expect(found(claims, 'STC').map((stc) => stc.split('*')[1])).toEqual(['A1:19:AY', 'A1:19:PR', 'A1:19:40', 'A1:19:PR', 'A1:19:PR', 'A2:20:PR']);
    const payerNumber = found(claims, 'REF').map((ref) => ref.split('*')[2])[0];
    const [remittance = ''] = await outside.answers('835');
    // 72 % of 180 is allowed; 25 of it is the patient's copay.
    expect(found([remittance], 'CLP')).toEqual([`CLP*HBH0000001*1*180*104.6*25*12*${payerNumber}*11*1`]);
    expect(found([remittance], 'CAS')).toEqual(['CAS*CO*45*50.4', 'CAS*PR*3*25']);
    expect(imbalancesOf(remittance)).toEqual([]);
  });

  test('a dependent and a secondary claim are decided and balance, and a replacement of an unknown claim comes back', async ({ outside }) => {
    await outside.send('d.x12', fixture('dependent-telehealth'));
    await outside.send('s.x12', fixture('secondary'));
    const remittances = await outside.answers('835');
    expect(remittances.flatMap(imbalancesOf)).toEqual([]);
    expect(found(remittances, 'CLP').map((clp) => clp.split('*').slice(1, 5).join(' '))).toEqual(['HBH0000002 1 150.5 0', 'HBH0000004 2 180 19']);
    expect(found(await outside.answers('277CA'), 'STC').map((stc) => stc.split('*')[1])).toContain('A7:464');
    expect(found(remittances, 'CAS')).toContain('CAS*OA*23*160');
    expect(found(remittances, 'BPR').map((bpr) => bpr.split('*').slice(2, 5).join(' '))).toEqual(['0 C NON', '19 C ACH']);
  });

  test('what stands is paid once: a repeat is refused, a replacement takes the first payment back, a void the second, and a number that is no more comes back', async ({
    outside,
  }) => {
    const day = '20261020';
    const claims = async () => found(await outside.answers('835'), 'CLP').map((clp) => clp.split('*').slice(1, 5).join(' '));
    const payerNumber = async () =>
      found(await outside.answers('277CA'), 'REF')
        .at(-1)
        ?.split('*')[2] ?? '';
    await outside.send('a.x12', await claimFile());
    const first = await payerNumber();
    await outside.send('b.x12', await claimFile({ number: 2, day }));
    expect(found(await outside.answers('835'), 'CAS').at(-1)).toBe('CAS*OA*18*180');
    await outside.send('c.x12', await claimFile({ number: 3, day, charge: '100', corrects: { frequency: '7', original: first } }));
    const second = await payerNumber();
    await outside.send('d.x12', await claimFile({ number: 4, day, charge: '90', corrects: { frequency: '8', original: second } }));
    expect(
      found(await outside.answers('277CA'), 'STC')
        .at(-1)
        ?.split('*')[1],
    ).toBe('A8:178');
    await outside.send('e.x12', await claimFile({ number: 5, day, charge: '100', corrects: { frequency: '8', original: second } }));
    expect((await claims()).slice(2)).toEqual(['HBH0000001 22 -180 -104.6', 'HBH0000003 1 100 47', 'HBH0000003 22 -100 -47']);
    await outside.send('f.x12', await claimFile({ number: 6, day, corrects: { frequency: '8', original: second } }));
    expect(
      found(await outside.answers('277CA'), 'STC')
        .at(-1)
        ?.split('*')[1],
    ).toBe('A7:464');
    expect((await outside.answers('835')).flatMap(imbalancesOf)).toEqual([]);
  });

  test('a file that breaks the guide is rejected by a 999 that names the place', async ({ outside }) => {
    await outside.send('bad.x12', (await claimFile()).replace('DTP*472*D8*20261020', 'DTP*472*D8*20261032'));
    const answers = await outside.answers();
    expect(answers).toHaveLength(1);
    expect(found(answers, 'IK3')).toEqual(['IK3*DTP*24*2400*8']);
    expect(found(answers, 'CTX')).toEqual(['CTX*CLM01:HBH0000001']);
    expect(found(answers, 'IK4')).toEqual(['IK4*3*1251*8*20261032']);
    expect(found(answers, 'AK9')).toEqual(['AK9*R*1*1*0']);
  });

  test('a claim that is wrong by itself is turned away by the 277CA while its neighbour is paid', async ({ outside }) => {
    const text = fixture('dependent-telehealth').replace('ABK:F902', 'ABK:F33').replace('57:B:7', '57:B:1').replace('REF*F8*ICN55500~\n', '').replace('SE*50', 'SE*49');
    await outside.send('half-bad.x12', text);
    const claims = await outside.answers('277CA');
    expect(found(claims, 'STC').map((stc) => stc.split('*')[1])).toContain('A7:255');
    expect(found(claims.slice(0, 1), 'QTY')).toEqual(['QTY*90*1', 'QTY*AA*1', 'QTY*QA*1', 'QTY*QC*1']);
    expect(found(await outside.answers('835'), 'CLP')).toHaveLength(1);
  });

  test('the same interchange under another name is refused; the same file again is no new file', async ({ outside }) => {
    const text = await claimFile();
    await outside.send('a.x12', text);
    await outside.send('a.x12', text);
    expect(await outside.answers('TA1')).toEqual([]);
    await outside.send('b.x12', text);
    expect(found(await outside.answers('TA1'), 'TA1')).toEqual(['TA1*000000201*261101*1200*R*025']);
    expect(await outside.answers('835')).toHaveLength(1);
  });

  test('a claim number that was received before is turned away as a duplicate', async ({ outside }) => {
    await outside.send('a.x12', await claimFile());
    await outside.send('b.x12', (await claimFile({ number: 2 })).replace('HBH0000002', 'HBH0000001'));
    expect(found(await outside.answers('277CA'), 'STC').map((stc) => stc.split('*')[1])).toContain('A3:54');
    expect(await outside.answers('835')).toHaveLength(1);
  });

  test('a file still being written is not read', async ({ outside }) => {
    const client = await outside.connect();
    await client.put(Buffer.from(await claimFile()), '/inbound/a.x12.part');
    expect((await outside.state()).received).toEqual([]);
    await client.rename('/inbound/a.x12.part', '/inbound/a.x12');
    expect((await outside.state()).received.map(({ name }) => name)).toEqual(['a.x12']);
  });

  test('what is no X12 gets a report in words', async ({ outside }) => {
    await outside.send('a.x12', 'hello');
    expect((await outside.answers('report'))[0]).toMatch(/a\.x12 was not read/);
  });
});

describe('an order', () => {
  const before: readonly [name: string, order: object, answer: string, segment: string, expected: RegExp][] = [
    ['reject-envelope', { kind: 'reject-envelope' }, 'TA1', 'TA1', /\*R\*006$/],
    ['reject-file', { kind: 'reject-file' }, '999', 'IK5', /^IK5\*R\*5$/],
    ['accept-with-errors', { kind: 'accept-with-errors' }, '999', 'IK5', /^IK5\*E\*5$/],
    ['reject-claim', { kind: 'reject-claim', match: { familyName: 'Doe' }, category: 'A7', status: '164' }, '277CA', 'STC', /^STC\*A7:164\*\d{8}\*U\*180$/],
    ['reject-claim at the payer', { kind: 'reject-claim', level: 'payer' }, '277CA', 'STC', /^STC\*A3:21\*\d{8}\*U\*180$/],
    ['deny', { kind: 'deny', match: { procedure: '90834' }, reason: '50', remarks: ['N115'] }, '835', 'CLP', /^CLP\*HBH0000001\*4\*180\*0\*/],
    ['pay under', { kind: 'pay', percent: 50 }, '835', 'CLP', /^CLP\*HBH0000001\*1\*180\*39\.8\*25\*/],
    ['pay nothing but deductible', { kind: 'pay', how: 'deductible' }, '835', 'BPR', /^BPR\*H\*0\*C\*NON\*/],
    ['provider-adjustment', { kind: 'provider-adjustment', reason: 'WO', cents: 460, reference: 'OLD1' }, '835', 'PLB', /^PLB\*1234567893\*\d{4}1231\*WO:OLD1\*4\.6$/],
  ];
  test.for(before)('%s changes the next answer, and only that one', async ([_name, order, kind, id, expected], { outside }) => {
    expect(await outside.order(order)).toBe(201);
    await outside.send('a.x12', await claimFile());
    const answers = await outside.answers(kind);
    expect(found(answers, id).some((segment) => expected.test(segment))).toBe(true);
    expect((await outside.answers('835')).flatMap(imbalancesOf)).toEqual([]);
    await outside.send('b.x12', await claimFile({ number: 2 }));
    expect(found((await outside.answers(kind)).slice(answers.length), id).some((segment) => expected.test(segment))).toBe(false);
    expect((await outside.state()).orders).toEqual([]);
  });

  test('for one patient waits for that patient', async ({ outside }) => {
    await outside.order({ kind: 'deny', match: { familyName: 'LEE' }, reason: '197' });
    await outside.send('a.x12', await claimFile());
    await outside.send('b.x12', await claimFile({ number: 2, family: 'LEE' }));
    expect(found(await outside.answers('835'), 'CLP').map((clp) => clp.split('*')[2])).toEqual(['1', '4']);
  });

  test('to reverse takes a payment back, corrects it, and carries what is too much into the next payment', async ({ outside }) => {
    await outside.send('a.x12', await claimFile());
    await outside.order({ kind: 'reverse', match: { claimNumber: 'HBH0000001' } });
    await outside.send('b.x12', await claimFile({ number: 2 }));
    const [, reversed = '', next = ''] = await outside.answers('835');
    expect(found([reversed], 'CLP').map((clp) => clp.split('*').slice(2, 5).join(' '))).toEqual(['22 -180 -104.6', '1 180 64.8']);
    expect(found([reversed], 'CAS').slice(0, 2)).toEqual(['CAS*CO*45*-50.4', 'CAS*PR*3*-25']);
    expect(found([reversed], 'PLB')[0]).toMatch(/\*FB:EFT\d+\*-39\.8$/);
    expect(found([reversed], 'BPR')[0]).toMatch(/^BPR\*H\*0\*C\*NON/);
    expect(found([next], 'PLB')[0]).toMatch(/\*FB:EFT\d+\*39\.8$/);
    expect(found([next], 'BPR')[0]).toMatch(/^BPR\*I\*64\.8\*/);
    expect([reversed, next].flatMap(imbalancesOf)).toEqual([]);
  });

  test('to repeat a remittance sends the same bytes, or the same payment in a new envelope', async ({ outside }) => {
    await outside.send('a.x12', await claimFile());
    await outside.order({ kind: 'duplicate-remittance' });
    await outside.order({ kind: 'duplicate-remittance', reissue: true });
    const [first = '', second, third = ''] = await outside.answers('835');
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(found([third], 'TRN')).toEqual(found([first], 'TRN'));
  });

  test('for half a file cuts it, and the whole one follows when its time has come', async ({ outside }) => {
    await outside.order({ kind: 'half-file', afterSeconds: 600 });
    await outside.send('a.x12', await claimFile());
    const [half = ''] = await outside.answers('835');
    expect(half).not.toContain('IEA*');
    await outside.post('/clearinghouse/clock', { advanceSeconds: 601 });
    const [whole = '', ...others] = await outside.answers('835');
    expect(others).toEqual([]);
    expect(whole.startsWith(half)).toBe(true);
    expect(imbalancesOf(whole)).toEqual([]);
  });

  test('makes a remittance unbalanced, adds a claim nobody sent, withholds an answer, leaves garbage', async ({ outside }) => {
    for (const order of [{ kind: 'unbalanced-remittance', cents: 7 }, { kind: 'stray-claim' }, { kind: 'withhold', answer: '999' }, { kind: 'garbage' }])
      await outside.order(order);
    await outside.send('a.x12', await claimFile());
    const [remittance = ''] = await outside.answers('835');
    expect(imbalancesOf(remittance)).toEqual(['payment 20927 is not 20920 - 0']);
    expect(found([remittance], 'CLP')[1]).toMatch(/^CLP\*NOBODY/);
    expect(await outside.answers('999')).toEqual([]);
    expect((await outside.answers('garbage'))[0]).toMatch(/<html>/);
  });

  test('takes the clearinghouse down and up again on the same port, and makes it slow', async ({ outside }) => {
    const { port } = outside.sandbox.sftp;
    await outside.order({ kind: 'down' });
    await expect(outside.connect()).rejects.toThrow(/ECONNREFUSED/);
    await outside.order({ kind: 'up' });
    expect((await outside.state()).sftp).toMatchObject({ isUp: true, port });
    const client = await outside.connect();
    await outside.order({ kind: 'slow', milliseconds: 60 });
    const started = performance.now();
    await client.list('/outbound');
    expect(performance.now() - started).toBeGreaterThan(150);
  });

  test('that makes no sense is refused with the reason', async ({ outside }) => {
    const reply = await outside.post('/clearinghouse/orders', { kind: 'deny', reason: 5, colour: 'red' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toMatch(/reason/);
  });
});

test('a name or an amount asks for an outcome without any order', async ({ outside }) => {
  const wanted = [
    ['NOAUTH', '180', '4 CO 197'],
    ['TOOLATE', '180', '4 CO 29'],
    ['OTHERPAYER', '180', '4 OA 22'],
    ['DOE', '180.97', '4 CO 197'],
    ['DOE', '180.01', '1 CO 45 PR 1'],
    ['DEDUCTIBLE', '180', '1 CO 45 PR 1'],
    ['COINSURED', '180', '1 CO 45 PR 2'],
  ] as const;
  for (const [index, [family, charge]] of wanted.entries()) await outside.send(`${index}.x12`, await claimFile({ number: index + 1, family, charge }));
  const remittances = await outside.answers('835');
  expect(
    remittances.map(
      (text) =>
        `${found([text], 'CLP')[0]?.split('*')[2]} ${found([text], 'CAS')
          .map((cas) => cas.split('*').slice(1, 3).join(' '))
          .join(' ')}`,
    ),
  ).toEqual(wanted.map(([, , outcome]) => outcome));
  expect(remittances.flatMap(imbalancesOf)).toEqual([]);
});

test('answers wait for their virtual delay', async ({ outside }) => {
  await outside.post('/clearinghouse/clock', { delays: { '277CA': 3600, '835': 86_400 } });
  await outside.send('a.x12', await claimFile());
  expect((await outside.answers()).length).toBe(1);
  await outside.post('/clearinghouse/clock', { advanceSeconds: 3601 });
  expect((await outside.answers()).length).toBe(3);
  await outside.post('/clearinghouse/clock', { advanceSeconds: 86_400 });
  expect(await outside.answers('835')).toHaveLength(1);
});

test('a wrong password is refused; the client key and the pinned host key are good', async ({ outside }) => {
  const { host, port, user, clientKeyPath, hostKeyFingerprint } = outside.sandbox.sftp;
  const stranger = new SftpClient();
  await expect(stranger.connect({ host, port, username: user, password: 'wrong' })).rejects.toThrow(/authentication/);
  const client = new SftpClient();
  let seen = '';
  const hostVerifier = (hash: string) => {
    seen = `SHA256:${Buffer.from(hash, 'hex').toString('base64').replace(/=+$/, '')}`;
    return seen === hostKeyFingerprint;
  };
  await client.connect({ host, port, username: user, privateKey: readFileSync(clientKeyPath), hostHash: 'sha256', hostVerifier });
  expect((await client.list('/')).map(({ name }) => name).toSorted()).toEqual(['inbound', 'outbound']);
  await expect(client.get('/memory.json')).rejects.toThrow(/denied/i);
  await expect(client.get('/outbound/../../mail/x')).rejects.toThrow(/denied/i);
  await expect(client.get('/outbound/absent')).rejects.toThrow(/No such file/);
  await client.end();
  expect(readFileSync(join(outside.folder, 'clearinghouse', 'host-key.fingerprint'), 'utf8').trim()).toBe(seen);
});

test('twenty senders at once are each answered once', async ({ outside }) => {
  const numbers = Array.from({ length: 20 }, (_unused, index) => index + 1);
  await Promise.all(numbers.map(async (number) => outside.send(`${number}.x12`, await claimFile({ number }))));
  const remittances = await outside.answers('835');
  expect(new Set(found(remittances, 'CLP').map((clp) => clp.split('*')[1])).size).toBe(20);
  expect(new Set(found(remittances, 'TRN')).size).toBe(20);
  expect(new Set(found(await outside.answers(), 'ISA').map((isa) => isa.split('*')[13])).size).toBe(80);
});

test('a sandbox that was stopped goes on with its key, numbers and claims', async ({ outside }) => {
  await outside.send('a.x12', await claimFile());
  await outside.sandbox.stop();
  const again = await startSandbox({ sftpPort: 0, httpPort: 0, smtpPort: 0, dataDirectory: outside.folder });
  const state = (await (await fetch(`${again.httpUrl}/clearinghouse`)).json()) as { claims: unknown[]; received: unknown[] };
  expect(again.sftp.hostKeyFingerprint).toBe(outside.sandbox.sftp.hostKeyFingerprint);
  expect([state.claims.length, state.received.length]).toEqual([1, 1]);
  await again.stop();
});

test('the page names every trigger and order, and escapes what it shows', async ({ outside }) => {
  await outside.send('<b>.x12', 'no claim');
  const page = await (await fetch(`${outside.sandbox.httpUrl}/clearinghouse/page`)).text();
  for (const word of ['NOAUTH', 'half-file', 'EVERGREEN HEALTH PLAN', '&#60;b&#62;.x12']) expect(page).toContain(word);
  expect(page).not.toContain('<b>');
});
