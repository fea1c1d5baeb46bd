import { choose, expect, type Page, stepIn, test } from './persona.ts';
import { enrolApp, givePassword } from './second-factor.ts';
import { administrator, program } from './story.ts';

test.describe.configure({ mode: 'serial' });

const colleague = { given: 'Nadia', family: 'Frost', name: 'Nadia Frost', email: 'nadia.frost@harbor.example', password: 'a calm walk along the quay' } as const;

async function openSection(page: Page, section: string): Promise<void> {
  await stepIn(page, administrator);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('tab', { name: section }).click();
}

/** The address in the newest mail to somebody, once it has come. */
async function linkMailedTo(page: Page, email: string): Promise<string> {
  let link = '';
  await expect(async () => {
    const { items } = (await (await page.request.get(`${process.env['E2E_OUTSIDE_URL'] ?? ''}/mail`)).json()) as { items: { to: unknown; text: string }[] };
    const mail = items.find(({ to }) => JSON.stringify(to).includes(email));
    link = /https?:\S+choose-password\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return link;
}

test('takes somebody on, who chooses a password from the mail and sets up a second factor', async ({ page, browser, baseURL }) => {
  await openSection(page, 'Staff');
  await page.getByRole('button', { name: 'Add somebody' }).click();
  const form = page.getByRole('dialog', { name: 'Add somebody' });
  await form.getByRole('textbox', { name: 'Given name' }).fill(colleague.given);
  await form.getByRole('textbox', { name: 'Family name' }).fill(colleague.family);
  await form.getByRole('textbox', { name: 'Email' }).fill(colleague.email);
  await choose(form, 'Roles', 'Therapist');
  await page.keyboard.press('Tab');
  await choose(form, 'Programs', program);
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();

  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const own = await elsewhere.newPage();
  await own.goto(await linkMailedTo(page, colleague.email));
  await own.getByRole('textbox', { name: 'New password' }).fill(colleague.password);
  await own.getByRole('button', { name: 'Keep this password' }).click();
  await own.getByRole('link', { name: 'To the sign-in' }).click();
  await givePassword(own, colleague.email, 'not the password at all');
  await expect(own.getByRole('alert')).toContainText(/password/i);
  await givePassword(own, colleague.email, colleague.password);
  await enrolApp(own, colleague.password);
  await expect(own.getByRole('heading', { level: 1 })).toContainText(colleague.given);
  await elsewhere.close();
});

test('adds a credential, corrects it, and ends the work in a program', async ({ page }) => {
  await openSection(page, 'Staff');
  await page.getByRole('textbox', { name: 'Find by name or email' }).fill(colleague.family);
  await page.getByRole('table', { name: 'Staff' }).getByRole('link', { name: colleague.name }).click();
  const credentials = page.getByRole('region', { name: 'Credentials' });
  await credentials.getByRole('button', { name: 'Add' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a credential' });
  await adding.getByRole('textbox', { name: 'Credential' }).fill('LMHC');
  await adding.getByRole('textbox', { name: 'Number' }).fill('LH 60123456');
  await adding.getByRole('textbox', { name: 'State' }).fill('WA');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await credentials.getByRole('button', { name: 'LMHC' }).click();
  const changing = page.getByRole('dialog', { name: 'Change LMHC' });
  await expect(changing.getByRole('textbox', { name: 'Number' })).toHaveValue('LH 60123456');
  await changing.getByLabel('Last day').fill('2027-06-30');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(credentials).toContainText('06/30/2027');

  const work = page.getByRole('region', { name: 'Works in' });
  await work.getByRole('button', { name: program }).click();
  const until = page.getByRole('dialog', { name: 'Until when?' });
  await until.getByLabel('Last day').fill('2027-12-31');
  await until.getByRole('button', { name: 'Save' }).click();
  await expect(work).toContainText('12/31/2027');
});

test('opens a site and sets up a program there', async ({ page }) => {
  await openSection(page, 'Sites');
  await page.getByRole('button', { name: 'Open a site' }).click();
  const site = page.getByRole('dialog', { name: 'Open a site' });
  await site.getByRole('textbox', { name: 'Name of the site' }).fill('North Pier');
  await site.getByRole('textbox', { name: 'Street' }).fill('7 Pier Road');
  await site.getByRole('textbox', { name: 'City' }).fill('Everett');
  await choose(site, 'State', 'WA', 'WA');
  await site.getByRole('textbox', { name: 'ZIP code' }).fill('98201');
  await site.getByRole('button', { name: 'Open the site' }).click();
  await expect(page.getByRole('table', { name: 'Sites' })).toContainText('7 Pier Road, Everett, WA 98201');

  await page.getByRole('tab', { name: 'Programs' }).click();
  await page.getByRole('button', { name: 'Set up a program' }).click();
  const form = page.getByRole('dialog', { name: 'Set up a program' });
  await form.getByRole('textbox', { name: 'Name' }).fill('North Pier Recovery');
  await choose(form, 'Site', 'North Pier');
  await choose(form, 'Kind', /Intensive outpatient|IOP/i);
  await choose(form, 'Level of care', /2\.1/);
  await form.getByRole('combobox', { name: 'Place of service on claims' }).click();
  await page.getByRole('option').first().click();
  await form.getByRole('switch', { name: '42 CFR Part 2 applies' }).check();
  await form.getByRole('textbox', { name: 'On what ground' }).fill('Holds itself out as treating substance use disorders; takes Medicaid');
  await form.getByRole('button', { name: 'Set up the program' }).click();
  const row = page.getByRole('table', { name: 'Programs' }).getByRole('row', { name: 'North Pier Recovery' });
  await expect(row).toContainText('protected');
});
