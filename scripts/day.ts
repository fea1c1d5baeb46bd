/**
 * `npm run day`: a clinic's day against the running demo server, through its public HTTP API only: register, verify, admit, book, arrive,
 * write, sign, claim, send, acknowledge, remit, post. Prints one JSON line with each step's milliseconds and the final balance.
 */
import { randomInt, randomUUID } from 'node:crypto';

const base = process.env['MOORING_PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 8080}`;
const zone = 'America/Los_Angeles';

type Json = Record<string, any>;

/** Somebody signed in; a refusal is an error with the words of the problem. */
class Person {
  readonly #cookie: string;
  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  async call(method: string, path: string, body?: object): Promise<Json> {
    const reply = await fetch(`${base}/api${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  get = (path: string) => this.call('GET', path);
  post = (path: string, body: object = {}) => this.call('POST', path, body);
  patch = (path: string, body: object) => this.call('PATCH', path, body);
}

async function signIn(role: string): Promise<Person & { staffId?: string }> {
  const personas = (await (await fetch(`${base}/api/demo/personas`)).json()) as Json;
  const persona = personas['items'].find((one: Json) => one['roles'].some((held: Json) => held['code'] === role));
  if (!persona) throw new Error(`The demo has no ${role}`);
  const reply = await fetch(`${base}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ staffId: persona['staffId'] }),
  });
  if (!reply.ok) throw new Error(`Signing in as ${role} answered ${reply.status}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return Object.assign(new Person(cookie), { staffId: persona['staffId'] as string });
}

const steps: Record<string, number> = {};

async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await act();
  steps[name] = Math.round(performance.now() - start);
  return result;
}

/** Asks again until the answer fits; gives up after `seconds`. */
async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come within ${seconds} s`);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

async function play(): Promise<Json> {
  const [desk, therapist, biller] = await step('signIn', () => Promise.all([signIn('front-desk'), signIn('therapist'), signIn('biller')]));
  const programs = await desk.get('/programs');
  const program = programs['items'].find((one: Json) => one['kind'] === 'outpatient');
  const payers = await desk.get('/payers');
  const payer = payers['items'].find((one: Json) => one['filingIndicator'] === 'CI');
  const today = Temporal.Now.plainDateISO(zone).toString();
  // Somebody else each time: a day may be played again and again on one server.
  const family = `Day${randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  const birthDate = Temporal.PlainDate.from('1950-01-01')
    .add({ days: randomInt(20_000) })
    .toString();
  const memberId = `W${randomInt(100_000_000, 999_999_999)}`;
  const address = { line1: '12 Harbor Street', city: 'Tacoma', state: 'WA', zip: '984021234' };

  const patient = await step('register', () =>
    desk.post('/patients', {
      programId: program['id'],
      givenName: 'Mara',
      familyName: family,
      birthDate,
      administrativeSex: 'F',
      phone: `25355501${randomInt(10, 99)}`,
      address,
    }),
  );
  await step('verify', () => desk.post(`/patients/${patient['id']}/coverages`, { payerId: payer['id'], rank: 1, memberId, relationship: '18', validFrom: '2026-01-01' }));
  const episode = await step('admit', async () => {
    const referred = await desk.post('/episodes', { patientId: patient['id'], programId: program['id'], referredOn: today, source: 'self' });
    await desk.post(`/episodes/${referred['id']}/admission`, { on: today, primaryClinicianId: therapist.staffId });
    return referred;
  });
  const end = Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const appointment = await step('book', async () => {
    // The session of just now; earlier when somebody else has that hour.
    for (let back = 0; back < 400; back += 1) {
      const startsAt = end.subtract({ minutes: 50 + back * 25 }).toString();
      try {
        return await desk.post('/appointments', { patientId: patient['id'], programId: program['id'], clinicianId: therapist.staffId, typeCode: 'therapy-50', startsAt });
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes(' 409')) throw error;
      }
    }
    throw new Error('The therapist has no free hour');
  });
  await step('arrive', () => desk.post(`/appointments/${appointment['id']}/arrival`));
  const draft = await step('write', async () => {
    await therapist.post(`/patients/${patient['id']}/diagnoses`, { programId: program['id'], code: 'F33.1' });
    const opened = await therapist.post('/drafts', { appointmentId: appointment['id'] });
    const section = (text: string) => ({ text, baseVersion: 0, sequence: 1 });
    const texts: Record<string, string> = {
      goal: 'Sleep through the night again.',
      data: 'Reported two calmer evenings and one difficult one.',
      assessment: 'Steady progress.',
      plan: 'Continue weekly.',
    };
    const bases = Object.fromEntries(opened['sections'].map((one: Json) => [one['key'], one['version']]));
    const sections = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { ...section(text), baseVersion: bases[key] ?? 0 }]));
    const again = await therapist.get(`/drafts/${opened['id']}`);
    await therapist.patch(`/drafts/${opened['id']}`, {
      deviceId: 'day',
      sections,
      header: { startedAt: appointment['startsAt'], endedAt: appointment['endsAt'], risk: 'denied', diagnosisIds: again['diagnoses'].map((one: Json) => one['id']) },
    });
    return opened;
  });
  const note = await step('sign', () => therapist.post(`/drafts/${draft['id']}/signature`));
  const mine = (one: Json) => one['patientId'] === patient['id'];
  await step('claim', () => until('The charge', 10, async () => (await biller.get('/charges?state=ready&limit=500'))['items'].find(mine)));
  await step('send', () => biller.post('/claims/submissions'));
  const claimIn = (states: readonly string[]) => async () => {
    const claim = (await biller.get('/claims?limit=500'))['items'].find((one: Json) => mine(one) && states.includes(one['state']));
    if (!claim) await biller.post('/clearinghouse/polls');
    return claim as Json | undefined;
  };
  await step('acknowledge', () => until('The acknowledgement', 10, claimIn(['acknowledged', 'accepted', 'paid', 'denied'])));
  const claim = await step('remit', () => until('The remittance', 15, claimIn(['paid', 'denied'])));
  const ledger = await step('post', () => biller.get(`/patients/${patient['id']}/ledger`));
  return { episode: episode['id'], note: note['id'], claim, ledger };
}

const start = performance.now();
const { claim, ledger } = await play();
const charged = claim['amountCents'] as number;
const adds = charged - claim['paidCents'] - claim['adjustedCents'] - claim['patientCents'];
console.log(
  JSON.stringify({
    ok: claim['state'] === 'paid' && adds === ledger['insuranceCents'] && ledger['patientCents'] === claim['patientCents'],
    totalMs: Math.round(performance.now() - start),
    steps,
    claim: claim['number'],
    state: claim['state'],
    chargedCents: charged,
    paidCents: claim['paidCents'],
    writtenOffCents: claim['adjustedCents'],
    patientCents: ledger['patientCents'],
    insuranceCents: ledger['insuranceCents'],
  }),
);
