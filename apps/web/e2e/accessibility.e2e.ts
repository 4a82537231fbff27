import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const paths = [
  '/',
  '/events',
  '/events?status=contested&date=2020-10..&asOf=2021-01-01',
  '/events?q=nothinglikethis&kind=attack',
  '/events?status=contested&view=map',
  '/events?status=contested&view=table',
  '/events?status=nonsense&killed=5..1&place=atlantis',
  '/events/2020-11-21-kabul-rockets',
  '/events/2021-07-20-kabul-palace-rockets',
  '/compare',
  '/compare?ids=2020-11-21-kabul-rockets',
  '/compare?ids=2020-11-21-kabul-rockets~2021-07-20-kabul-palace-rockets~no-such-event',
  '/embed/matrix/2020-11-21-kabul-rockets',
  '/embed/toll/2020-11-21-kabul-rockets?asOf=2020-11-22',
  '/embed/map/2020-11-21-kabul-rockets',
  '/embed/histogram/kabul',
  '/claims/dawn-2020-11-21/fired-23',
  '/sources/dawn-2020-11-21',
  '/actors/taliban',
  '/places/kabul',
  '/actors',
  '/places',
  '/sources',
  '/changes',
  '/coverage',
  '/methods',
  '/data',
  '/data/2026.1',
  '/api',
];
const failing: Readonly<Record<string, number>> = { '/no-such-page': 404, '/events/Nonsense': 404 };

test.each([...paths, ...Object.keys(failing)])(
  '%s is accessible and no wider than its window, in light, dark and on a phone',
  async (path) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const watch = await watchPage(page, origin);
    const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(failing[path] ?? 200);
    // The console reports the status of a page that fails on purpose.
    if (!(path in failing)) watch.expectClean();
    await expectAccessible(page);
    await context.close();
  },
);
