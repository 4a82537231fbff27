import type { Coverage } from '@counterclaim/api/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('home, %o', (options) => {
  test('opens, asks nobody else and breaks no policy', async () => {
    const page = await browser.newPage(options);
    const watch = await watchPage(page, origin);
    const response = await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self'");
    expect(await page.title()).toBe('Counterclaim: who said what about an attack');
    expect(await page.getByRole('heading', { name: 'Two disputed cases' }).count()).toBe(1);
    watch.expectClean();
    await page.close();
  });
});

test('what is contested is counted as on the coverage page', async () => {
  const response = await fetch(`${origin}/api/v1/coverage`);
  const { events } = (await response.json()) as Coverage;
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/`);
  await page
    .getByRole('link', { name: `${events.attributionContested} of them contested in who did it`, exact: true })
    .click();
  expect(await page.getByRole('status').first().textContent()).toBe(`${events.attributionContested} events`);
  await page.close();
});

test('the watch sees what it is there for', async () => {
  const page = await browser.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.body.append(script);
    document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/elsewhere.png' }));
  });
  await expect.poll(() => watch.problems.some((problem) => problem.startsWith('CSP report'))).toBe(true);
  expect(() => {
    watch.expectClean();
  }).toThrow(/script-src-elem/);
  await page.close();
});
