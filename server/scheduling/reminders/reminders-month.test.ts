import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';

// Many people are a matter of time only: REMINDED_PATIENTS=200 vitest run server/scheduling/reminders/reminders-month.test.ts
const count = Number(process.env['REMINDED_PATIENTS'] ?? 12);
const days = 28;

/** What a patient allows, and by which ways a reminder may then go; the preferred one first. */
interface Wish {
  readonly allowed: readonly string[] | 'nobody asked';
  readonly more?: { readonly preferred?: string; readonly confidentialPhone?: string };
  readonly email: boolean;
  readonly goes: 'text' | 'email' | 'voice' | undefined;
}

const wishes: readonly Wish[] = [
  { allowed: ['portal', 'text'], email: true, goes: 'text' },
  { allowed: ['text', 'email'], more: { preferred: 'email' }, email: true, goes: 'email' },
  { allowed: ['phone', 'voicemail'], email: true, goes: 'voice' },
  { allowed: ['portal', 'letter', 'phone'], email: true, goes: undefined },
  { allowed: 'nobody asked', email: true, goes: undefined },
  { allowed: ['text'], more: { confidentialPhone: '2535557777' }, email: true, goes: 'text' },
  { allowed: ['email'], email: false, goes: undefined },
  { allowed: ['email', 'text'], email: false, goes: 'text' },
];

interface Reminded {
  readonly goes: Wish['goes'];
  /** The only address at which a reminder may arrive. */
  readonly address: string | undefined;
  readonly appointments: number;
}

interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const kinds = [
  'therap',
  'counsel',
  'clinic',
  'psych',
  'substance',
  'recovery',
  'treatment',
  'opioid',
  'program',
  'medication',
  'terapia',
  'clínica',
  'tratamiento',
  'mooring',
];

/** Everything in these letters that must never be: a way that was not allowed, the same word twice, a name of anybody or anything, a kind of visit. */
function faultsOf(letters: readonly Letter[], people: readonly Reminded[], names: readonly string[]): string[] {
  const said = letters.map(({ to, subject, text }) => ({ to: to.join().toLowerCase(), says: `${subject} ${text.replaceAll(/https?:\S+/g, '')}`.toLowerCase() }));
  const addresses = new Set(people.flatMap(({ address }) => address ?? []));
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2));
  const twice = [...Map.groupBy(said, ({ to, says }) => `${to} ${says}`)].filter(([, same]) => same.length > 2);
  return [
    ...said.filter(({ to }) => !addresses.has(to)).map(({ to }) => `not allowed: ${to}`),
    ...twice.map(([which]) => `too often: ${which}`),
    ...said.flatMap(({ says }) => says.split(/[^\p{L}]+/u).flatMap((word) => (words.has(word) ? [`names: ${word}`] : []))),
    ...said.flatMap(({ says }) => kinds.flatMap((kind) => (says.includes(kind) ? [`kind: ${kind}`] : []))),
  ];
}

test('each thing that a reminder must not do is found when one does it', () => {
  const people: Reminded[] = [{ goes: 'email', address: 'ada@home.example', appointments: 1 }];
  const letter = { to: ['ada@home.example'], subject: 'Reminder', text: 'You have an appointment on Friday. https://here.example/answer#x' };
  const faults = (...letters: Letter[]) => faultsOf(letters, people, ['Recovery IOP', 'Ana Rivera', 'Harbor Point']);
  expect(faults(letter, letter)).toEqual([]);
  expect(faults({ ...letter, to: ['ada@work.example'] })).toEqual(['not allowed: ada@work.example']);
  expect(faults({ ...letter, to: ['2535550100@text.localhost'] })).toEqual(['not allowed: 2535550100@text.localhost']);
  expect(faults(letter, letter, letter)).toEqual([expect.stringContaining('too often')]);
  expect(faults({ ...letter, text: 'Ana expects you.' })).toEqual(['names: ana']);
  expect(faults({ ...letter, subject: 'Harbor' })).toEqual(['names: harbor']);
  expect(faults({ ...letter, text: 'Your counseling is on Friday.' })).toEqual(['kind: counsel']);
});

async function namesIn(clinic: Clinic): Promise<string[]> {
  const rows = await clinic.sql(
    'owner',
    `select given_name || ' ' || family_name as word from patients.patient union select given_name || ' ' || family_name from identity.staff union select name from programs.program
      union select name from identity.site union select name from identity.organisation union select name from scheduling.appointment_type`,
  );
  return rows.map(({ word }) => String(word));
}

async function register(clinic: Clinic, desk: Client, index: number): Promise<Reminded> {
  const { programs, staff } = clinic.ids;
  const wish = wishes[index % wishes.length];
  const where = (['outpatient', 'iop', 'residential', 'otp', 'php'] as const)[index % 5];
  if (!wish || !where) throw new Error('No wish');
  const post = async (path: string, body: object): Promise<any> => {
    const reply = await desk.post(path, body);
    expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBe(200);
    return reply.body;
  };
  const phone = `253555${String(1000 + index)}`;
  const email = `p${index}@home.example`;
  const letters = [Math.floor(index / 26), index % 26].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[digit]).join('');
  const person = {
    givenName: `Vela${letters}`,
    familyName: `Xanthos${letters}`,
    birthDate: `19${50 + (index % 45)}-0${1 + (index % 9)}-11`,
    phone,
    programId: programs[where],
  };
  const { id: patientId } = await post('/patients', { ...person, ...(wish.email ? { email } : {}), language: index % 3 === 0 ? 'es' : 'en' });
  if (wish.allowed !== 'nobody asked') expect((await desk.put(`/patients/${patientId}/communication`, { allowed: wish.allowed, ...wish.more })).status).toBeLessThan(300);
  // Two weeks apart, half an hour after one another, so that nobody is booked twice: seventy by day on working days, as many in the evening and by night.
  const shift = 8 * Math.floor(index / 70);
  for (const week of [0, 2]) {
    const start = Temporal.Instant.from('2026-11-30T17:00:00Z').add({ hours: 24 * (7 * week + (Math.floor(index / 14) % 5)) + shift, minutes: 30 * (index % 14) });
    const appointment = { patientId, programId: programs[where], clinicianId: where === 'otp' ? staff['otp-therapist'] : staff.therapist };
    await post('/appointments', { ...appointment, typeCode: 'therapy-30', startsAt: start.toString() });
  }
  const reached = wish.more?.confidentialPhone ?? phone;
  const address = wish.goes === 'email' ? email : wish.goes && `${reached}@${wish.goes}.localhost`;
  return { goes: wish.goes, address, appointments: 2 };
}

test('over a month every reminder goes by a way that its patient allows, none twice, none by night, and none tells a program, a person or a kind of visit', {
  timeout: 60_000 + count * 3000,
}, async ({ clinic }) => {
  const mailbox = await openMailbox(clinic);
  try {
    const desk = await clinic.as('front-desk');
    const people: Reminded[] = [];
    for (let index = 0; index < count; index += 1) people.push(await register(clinic, desk, index));
    const due = async (): Promise<void> => {
      await clinic.sql('owner', "select graphile_worker.add_job('scheduling.remind', '{}')");
      await clinic.settleJobs();
    };
    const looks: { hours: number; sent: number }[] = [];
    for (let day = 0; day < days; day += 1) {
      const midnight = Temporal.PlainDate.from('2026-11-24').add({ days: day }).toZonedDateTime('America/Los_Angeles');
      // Days on which nothing lies three days ahead are looked at once.
      const isQuiet = day < 3 || (day > 10 && day < 17) || day > 24;
      for (const hours of isQuiet ? [10] : [3, 10, 18]) {
        clinic.clock.set(midnight.add({ hours, minutes: 30 }).toInstant());
        const before = mailbox.letters().length;
        await due();
        looks.push({ hours, sent: mailbox.letters().length - before });
      }
    }
    // Half past three in the night, when no telephone may ring.
    expect(looks.filter(({ hours, sent }) => hours < 9 && sent > 0)).toEqual([]);
    const letters = mailbox.letters();
    expect(faultsOf(letters, people, await namesIn(clinic))).toEqual([]);
    // A test that nobody is written to would pass it all: whoever allows a way hears of each appointment, three days and one day before.
    const arrived = (address: string | undefined) => letters.filter(({ to }) => to.join().toLowerCase() === address).length;
    const wanted = Map.groupBy(
      people.filter(({ goes }) => goes !== undefined),
      ({ address }) => address,
    );
    for (const [address, same] of wanted) expect(arrived(address), address).toBe(same.reduce((sum, { appointments }) => sum + 2 * appointments, 0));
    const [kept] = await clinic.sql(
      'owner',
      'select count(*) filter (where channel is not null)::int as sent, count(*) filter (where channel is null)::int as unsent from scheduling.reminder',
    );
    expect(kept).toEqual({ sent: letters.length, unsent: 4 * people.filter(({ goes }) => goes === undefined).length });
  } finally {
    await mailbox.close();
  }
});
