import { chromium } from 'playwright-core';
import { chromiumToTestWith } from '#testing/chromium.ts';
const base = process.env.BASE ?? 'http://localhost:4500';
const [who, query, ...paths] = process.argv.slice(2);
const browser = await chromium.launch(await chromiumToTestWith());
for (const width of [1440, 390]) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, timezoneId: 'America/Los_Angeles' });
  const personas = await (await page.request.get(`${base}/api/demo/personas`)).json();
  const p = personas.items.find((x: any) => x.displayName === who);
  await page.request.post(`${base}/api/demo/sign-in`, { data: { staffId: p.staffId } });
  const found = await (await page.request.get(`${base}/api/patients?q=${query}`)).json();
  for (const path of paths) {
    const url = path.replace('CHART', `/patients/${found.items[0]?.id}`);
    await page.goto(base + url);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `/tmp/shot-${path.replaceAll(/[^a-z]/gi, '')}-${width}.png`, fullPage: true });
  }
}
await browser.close();
