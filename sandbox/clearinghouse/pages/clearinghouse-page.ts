import { escaped, button, page, table } from '../../http/page.ts';
import { knownPayers } from '../adjudication/contract.ts';
import { triggers } from '../adjudication/triggers.ts';
import { amountOf } from '../money.ts';
import { orderKinds } from '../desk/orders.ts';
import type { ClearinghouseState } from './state.ts';

function triggerTables(): string {
  const names = Object.entries(triggers.familyNames).map(([name, { says }]) => [name, says]);
  const cents = Object.entries(triggers.cents).map(([part, { says }]) => [`.${part}`, says]);
  return `${table('By the patient’s family name', ['Family name', 'What happens'], names)}${table('By the cents of the total charge', ['Charge ends in', 'What happens'], cents)}`;
}

function orderForm(): string {
  const kinds = Object.entries(orderKinds).map(([kind, schema]) => [kind, schema.description ?? '']);
  const example = '{ "kind": "deny", "match": { "familyName": "DOE" }, "reason": "197", "count": 1 }';
  return `<h2 id="orders">Give an order</h2><form method="post" action="/clearinghouse/orders"><label for="order">An order as JSON</label><textarea id="order" name="order" rows="3">${escaped(example)}</textarea><button>Give the order</button></form>
${table('Orders', ['Kind', 'What it does'], kinds)}<p><code>match</code> takes claimNumber, familyName, payerId, memberId, chargedCents, procedure; empty means every claim. <code>count</code> 0 lasts until the reset.</p>`;
}

function payerTable(): string {
  const rows = knownPayers().map((payer) => [
    payer.id,
    payer.name,
    `${payer.share} %`,
    `$${amountOf(payer.copayCents)}`,
    `${payer.coinsurance} %`,
    `$${amountOf(payer.deductibleCents)}`,
    String(payer.filingDays),
    payer.authorizationFor.join(' '),
  ]);
  return table('Contracts', ['Payer id', 'Name', 'Of the charge', 'Copay', 'Coinsurance', 'Deductible', 'Filing days', 'Authorization for'], rows);
}

function fileLink(name: string): { readonly href: string; readonly text: string } {
  return { href: `/clearinghouse/files/${encodeURIComponent(name)}`, text: name };
}

/** The page on which a person watches and steers the clearinghouse. */
export function clearinghousePage(state: ClearinghouseState): string {
  const { sftp, received, outbound, pending, claims, orders } = state;
  const intro = `<p>SFTP at <code>${escaped(sftp.host)}:${sftp.port}</code> as <code>${escaped(sftp.user)}</code> (${sftp.isUp ? 'up' : 'down'}), host key <code>${escaped(sftp.hostKeyFingerprint)}</code>. Files go to /inbound; answers come in /outbound.</p>`;
  const parts = [
    intro,
    table(
      'Files received',
      ['At', 'Name', 'Answer', 'Findings'],
      received.map(({ at, name, verdict, findings }) => [at.slice(0, 19), fileLink(name), verdict, findings.slice(0, 10).join(' | ')]),
    ),
    table(
      'Answers in /outbound',
      ['Name'],
      outbound.map((name) => [fileLink(name)]),
    ),
    pending.length > 0
      ? table(
          'Answers to come',
          ['Name', 'Ready at'],
          pending.map(({ name, readyAt }) => [name, readyAt]),
        )
      : '',
    table(
      'Claims seen',
      ['Claim', 'Patient', 'Payer', 'Charged', 'State', 'Paid', 'Payer’s number'],
      claims
        .toReversed()
        .slice(0, 200)
        .map((claim) => [
          claim.number,
          claim.patient,
          claim.payerId,
          amountOf(claim.chargedCents),
          claim.state,
          claim.paidCents === undefined ? '' : amountOf(claim.paidCents),
          claim.payerNumber ?? '',
        ]),
    ),
    orders.length > 0
      ? table(
          'Orders waiting',
          ['Order'],
          orders.map((order) => [JSON.stringify(order)]),
        )
      : '',
    orderForm(),
    '<h2>Play with a claim</h2><p>A patient or a charge can ask for an outcome, without any order:</p>',
    triggerTables(),
    payerTable(),
    button('/clearinghouse/reset', 'Reset: forget files, claims and orders'),
  ];
  return page('Clearinghouse', parts.join('\n'));
}
