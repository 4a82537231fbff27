import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
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
  '/events/2020-11-21-kabul-rockets',
  '/events/2021-07-20-kabul-palace-rockets',
  '/claims/dawn-2020-11-21/fired-23',
  '/sources/dawn-2020-11-21',
  '/actors/taliban',
  '/places/kabul',
  '/actors',
  '/places',
  '/sources',
  '/methods',
  '/data',
  '/api',
];
const failing = ['/no-such-page', '/events?status=nonsense'];

const forms: [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['phone', { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true }],
];

describe.each(forms)('%s', (_name, options) => {
  test.each([...paths, ...failing])('%s', async (path) => {
    // Axe evaluates its own script: the policy is looked at by the watch, on pages that nothing is injected into.
    const context = await browser.newContext({ ...options, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(failing.includes(path) ? (path === '/no-such-page' ? 404 : 400) : 200);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
    const [scrollWidth, clientWidth] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(scrollWidth).toBe(clientWidth);
    await context.close();
  });
});

test.each(paths)('%s asks nobody else and breaks no policy', async (path) => {
  const page = await browser.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  watch.expectClean();
  await page.close();
});
