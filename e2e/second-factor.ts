import { TOTP } from 'otpauth';
import { expect, type Page } from './persona.ts';

/** Sets up an authenticator app as the screen asks, the app being ours. Answers the recovery codes that were shown. */
export async function enrolApp(page: Page, password: string): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Your password again' }).fill(password);
  await page.getByRole('button', { name: 'Set up the app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const [secret = '', ...recoveryCodes] = await page.getByRole('code').allInnerTexts();
  await page.getByRole('textbox', { name: 'Digit 1 of 6' }).pressSequentially(new TOTP({ secret }).generate());
  await expect(page.getByRole('button', { name: 'Your account' })).toBeVisible();
  return recoveryCodes;
}

/** Signs in with a password, as far as that leads. */
export async function givePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
