import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumToTestWith } from '#testing/chromium.ts';

const artefacts = join(import.meta.dirname, '..', '.data', 'e2e');

/** `days` or `screens` for one part of them, which `npm test` plays in a house of its own; all of them otherwise. */
const part = process.env['E2E_PART'];
/** What is looked at from screen to screen: it follows from no day. */
const screens: readonly string[] = ['screens', 'homes'];

/** The days that follow from one another come in their order; a day that failed leaves those after it unplayed. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: join(artefacts, part ?? ''),
  globalSetup: join(import.meta.dirname, 'global-setup.ts'),
  workers: 1,
  forbidOnly: true,
  // What passes only the second time is listed as flaky.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    actionTimeout: 20_000,
    trace: 'on-first-retry',
    // Nothing is proved by waiting for a dialog to slide in.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: await chromiumToTestWith(),
  },
  projects: [
    { name: 'front desk', testMatch: 'front-desk.spec.ts' },
    { name: 'therapist', testMatch: 'therapist.spec.ts', dependencies: ['front desk'] },
    { name: 'biller', testMatch: 'biller.spec.ts', dependencies: ['therapist'] },
    { name: 'administrator', testMatch: ['administrator.spec.ts', 'first-run.spec.ts'] },
    { name: 'chart', testMatch: 'chart.spec.ts' },
    { name: 'consents', testMatch: 'consents.spec.ts' },
    { name: 'disclosures', testMatch: 'disclosures.spec.ts' },
    { name: 'assessments', testMatch: 'assessments.spec.ts' },
    { name: 'beds', testMatch: 'beds.spec.ts' },
    { name: 'desk', testMatch: 'desk.spec.ts' },
    { name: 'groups', testMatch: 'groups.spec.ts' },
    { name: 'homes', testMatch: 'homes.spec.ts' },
    { name: 'levels of care', testMatch: ['levels-of-care.spec.ts', 'days-charged.spec.ts'] },
    { name: 'observations', testMatch: 'observations.spec.ts' },
    { name: 'oversight', testMatch: 'oversight.spec.ts' },
    { name: 'series', testMatch: ['series.spec.ts', 'find-slot.spec.ts'] },
    { name: 'signing', testMatch: 'signing.spec.ts' },
    { name: 'reviews', testMatch: 'reviews.spec.ts' },
    { name: 'schedule', testMatch: 'schedule.spec.ts' },
    { name: 'screens', testMatch: 'screens.spec.ts' },
    { name: 'templates', testMatch: 'templates.spec.ts' },
    { name: 'note by keyboard', testMatch: 'note-by-keyboard.spec.ts' },
    { name: 'teams', testMatch: 'teams.spec.ts' },
    { name: 'together', testMatch: 'together.spec.ts' },
  ].filter(({ name }) => part === undefined || screens.includes(name) === (part === 'screens')),
});
