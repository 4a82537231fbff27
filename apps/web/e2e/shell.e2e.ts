import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.each([true, false])('theme, with JavaScript: %s', (javaScriptEnabled) => {
  test('is kept, and rendered by the server', async () => {
    const page = await browser.newPage({ javaScriptEnabled, colorScheme: 'light' });
    const watch = await watchPage(page, origin);
    await page.goto(`${origin}/events?kind=attack`, { waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('data-theme')).toBe('system');
    const light = await background(page);
    await page.getByRole('button', { name: 'dark' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/events?kind=attack');
    expect(await background(page)).not.toBe(light);
    const next = await page.goto(`${origin}/methods`);
    expect(await next?.text()).toContain('<html lang="en" data-theme="dark">');
    await page.getByRole('button', { name: 'system' }).click();
    await page.locator('html[data-theme=system]').waitFor();
    await page.reload();
    expect(await theme(page)).toBe('system');
    watch.expectClean();
    await page.close();
  });
});

test('the theme form leads nowhere else', async () => {
  const response = await fetch(`${origin}/theme`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'theme=dark&to=//elsewhere.example/',
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/');
});

test('single keys search, walk the list and the events, help, and can be turned off', async () => {
  const page = await browser.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/events?kind=attack`, { waitUntil: 'networkidle' });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);
  const links = await page.locator('a[data-item]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));

  await page.keyboard.press('/');
  expect(await focused()).toBe('q');
  await page.keyboard.type('jk/?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jk/?');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('heading', { level: 1 }).click();

  await page.keyboard.press('j');
  expect(await focused()).toBe(links[0]);
  await page.keyboard.press('j');
  expect(await focused()).toBe(links[1]);
  await page.keyboard.press('k');
  expect(await focused()).toBe(links[0]);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${links[0] ?? ''}`);
  await page.keyboard.press('j');
  await page.waitForURL(`**${links[1] ?? ''}`);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  expect(await help.isVisible()).toBe(true);
  await help.getByLabel('Single keys are commands').uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.press('?');
  expect(await help.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Keyboard settings' }).click();
  expect(await help.isVisible()).toBe(true);
  expect(await help.getByLabel('Single keys are commands').isChecked()).toBe(false);
  watch.expectClean();
  await page.close();
});

test('a page that is not hydrated has its keys, its theme and its copy buttons too', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  await page.goto(`${origin}/data`, { waitUntil: 'networkidle' });
  await page.evaluate(() => Object.assign(globalThis, { same: true }));
  await page.getByRole('button', { name: 'dark' }).click();
  expect(await theme(page)).toBe('dark');
  expect(await page.getByRole('button', { name: 'dark' }).getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => 'same' in globalThis)).toBe(true);
  await page.getByRole('button', { name: 'Copy for R' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('read.csv');
  await page.keyboard.press('/');
  await page.waitForURL('**/events#q');
  watch.expectClean();
  await context.close();
});

test('the skip link leads to the content', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/events`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.close();
});

test('/api is a page, what lies below is the API', async () => {
  expect((await fetch(`${origin}/api`)).headers.get('content-type')).toContain('text/html');
  expect((await fetch(`${origin}/api/`)).headers.get('content-type')).toContain('text/html');
  expect((await fetch(`${origin}/api/v1/release`)).headers.get('content-type')).toContain('application/json');
});

test('the API page lists every operation without JavaScript', async () => {
  const { paths } = (await (await fetch(`${origin}/api/openapi.json`)).json()) as { paths: Record<string, object> };
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/api`);
  const text = (await page.getByRole('main').textContent()) ?? '';
  expect(Object.keys(paths).filter((path) => !text.includes(path))).toEqual([]);
  await page.close();
});

test('the API can be tried in the browser, and nobody else is asked', async () => {
  const page = await browser.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/api`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Try requests in the browser' }).click();
  await page.locator('.swagger-ui .opblock').first().waitFor();
  await page.waitForLoadState('networkidle');
  watch.expectClean();
  await page.close();
});

test('every badge leads to the heading of its rule', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/methods#attribution.contested`);
  expect(await page.locator(':target').textContent()).toBe('attribution.contested');
  await page.close();
});

test('the lines of code on the data page get what they promise', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/data`);
  const code = (await page.getByRole('region', { name: 'Shell' }).textContent()) ?? '';
  const url = /'(http[^']+)'/.exec(code)?.[1] ?? '';
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(/^id,/);
  await page.close();
});
