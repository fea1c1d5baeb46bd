import { choose, expect, type Page, signOut, test } from './persona.ts';
import { startProduct, type Product } from './product.ts';
import { enrolApp, givePassword } from './second-factor.ts';

const owner = { email: 'ines@quay.example', password: 'seven gulls over the harbor' } as const;

let product: Product;
test.beforeAll(async () => {
  product = await startProduct({ demo: false });
});
test.afterAll(() => product.stop());

async function fillAddress(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Street' }).fill('3 Quay Street');
  await page.getByRole('textbox', { name: 'City' }).fill('Astoria');
  await choose(page, 'State', 'OR', 'OR');
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('97103');
}

test('an empty house asks for the organisation, a site and its first administrator, and is then in order', async ({ page, context }) => {
  await page.goto(product.address);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome aboard' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the organisation' })).toHaveAccessibleDescription('This is needed.');
  await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Quay Counseling');
  await page.getByRole('textbox', { name: 'Tax number (EIN)' }).fill('936001234');
  await page.getByRole('textbox', { name: 'NPI' }).fill('1234567893');
  await page.getByRole('textbox', { name: 'Taxonomy code' }).fill('261QM0801X');
  await page.getByRole('textbox', { name: 'Phone' }).fill('503 555 0100');
  await page.getByRole('textbox', { name: 'Email' }).fill('hello@quay.example');
  await fillAddress(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Name of the site' }).fill('Quay House');
  await fillAddress(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Given name' }).fill('Ines');
  await page.getByRole('textbox', { name: 'Family name' }).fill('Duarte');
  await page.getByRole('textbox', { name: 'Email' }).fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('too short');
  await page.getByRole('button', { name: 'Open the house' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(/12 characters/);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Open the house' }).click();

  const [recoveryCode = ''] = await enrolApp(page, owner.password);
  const steps = page.getByRole('region', { name: 'Next steps' });
  await steps.getByRole('link', { name: 'Set up a program' }).click();
  await page.getByRole('button', { name: 'Set up a program' }).click();
  const form = page.getByRole('dialog', { name: 'Set up a program' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Quay Outpatient');
  await choose(form, 'Site', 'Quay House');
  await form.getByRole('combobox', { name: 'Level of care' }).click();
  await page.getByRole('option').first().click();
  await choose(form, 'Place of service on claims', /Office|11/);
  await form.getByRole('textbox', { name: 'On what ground' }).fill('General mental health; no substance use treatment is held out');
  await form.getByRole('button', { name: 'Set up the program' }).click();
  await expect(page.getByRole('table', { name: 'Programs' })).toContainText('Quay Outpatient');

  await signOut(page);
  await givePassword(page, owner.email, 'a wrong one, surely wrong');
  await expect(page.getByRole('alert')).toContainText(/password/i);
  await givePassword(page, owner.email, owner.password);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCode);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Your account' })).toContainText('Ines Duarte');

  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Account and sessions' }).click();
  await page.getByRole('textbox', { name: 'Name of the device' }).fill('Office laptop');
  await page.getByRole('region', { name: 'Passkeys' }).getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('region', { name: 'Passkeys' })).toContainText('Office laptop since');
  await signOut(page);
  await page.getByRole('button', { name: 'Passkey' }).click();
  await expect(page.getByRole('button', { name: 'Your account' })).toContainText('Ines Duarte');
});
