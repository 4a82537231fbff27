import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
const doctored = inject('doctored');
const EVENT = '/events/2020-11-21-kabul-rockets';
const PICTURES = [
  `${EVENT}/matrix`,
  `${EVENT}/toll`,
  `${EVENT}/map`,
  '/events/months',
  '/places/kabul/months',
  '/actors/taliban/months',
];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function sizeOf(answer: Response): Promise<[number, number]> {
  const bytes = new DataView(await answer.arrayBuffer());
  return [bytes.getUint32(16), bytes.getUint32(20)];
}

test.each(PICTURES)(
  '%s is a drawing and a PNG of twice its size, and an unchanged one is not sent again',
  async (path) => {
    const svg = await fetch(`${origin}${path}.svg`);
    const drawing = await svg.text();
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const [, width, height] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(drawing) ?? [];
    expect(drawing).toContain(`As of ${/As of ([^.]+)\./.exec(drawing)?.[1] ?? 'no date'}.`);
    const png = await fetch(`${origin}${path}.png`);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(png.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(await sizeOf(png)).toEqual([2 * Number(width), 2 * Number(height)].map(Math.ceil));
    for (const answer of [svg, png]) {
      const again = await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  },
);

test('a drawing that is opened by itself breaks no rule of its own policy, and is well-formed', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const watch = await watchPage(page, origin);
  for (const path of PICTURES) {
    await page.goto(`${origin}${path}.svg`);
    expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg');
    expect(await page.evaluate(() => document.querySelector('parsererror'))).toBeNull();
    const fill = await page
      .locator('text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill);
    expect(fill).toBe('rgb(27, 33, 38)');
  }
  watch.expectClean();
  await context.close();
});

test('a picture is as of the date that is asked for', async () => {
  const drawing = await (await fetch(`${origin}${EVENT}/toll.svg?asOf=2020-11-22`)).text();
  expect(drawing).toContain('As known by 22 November 2020.');
  expect(drawing).not.toContain('United Nations Assistance Mission');
  expect(drawing).toContain(`${EVENT}?asOf=2020-11-22`);
});

test('the months of a list are those that its filters leave', async () => {
  const drawing = await (await fetch(`${origin}/events/months.svg?place=kabul&status=contested`)).text();
  expect(drawing).toMatch(/Events, Place: Kabul/);
  expect(drawing).toContain('class="unit of-contested');
  expect(drawing).not.toContain('class="unit of-claimed');
});

test.each([
  `${EVENT}/pie.svg`,
  `${EVENT}/toll.pdf`,
  '/events/never/toll.svg',
  '/events/2021-07-20-garmsir-change-of-control/toll.png',
  '/places/nowhere/months.svg',
])('%s is not found', async (path) => {
  expect((await fetch(origin + path)).status).toBe(404);
});

test('a changed id leads on to the picture of the new one', async () => {
  const answer = await fetch(`${doctored.origin}/events/rockets-of-november/toll.png`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `${EVENT}/toll.png`]);
});

test.each([
  [EVENT, /Rockets on Kabul/, /^Current statements give 8–10 killed/],
  [`${EVENT}?asOf=2020-11-22`, /Rockets on Kabul/, /killed/],
  ['/', /who said what about an attack/, /first-class records/],
  ['/events?place=kabul', /Kabul/, /Find attacks/],
])('%s is shown with a card where it is linked', async (path, title, description) => {
  const html = await (await fetch(origin + path)).text();
  const meta = (name: string): string =>
    (new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  expect(meta('og:title')).toMatch(title);
  expect(meta('og:description')).toMatch(description);
  expect(meta('og:url')).toBe(origin + path);
  expect(meta('twitter:card')).toBe('summary_large_image');
  expect(meta('og:image').startsWith(`${origin}/`)).toBe(true);
  expect(meta('og:image').includes('asOf')).toBe(path.includes('asOf'));
  const card = await fetch(meta('og:image'));
  expect(card.headers.get('content-type')).toBe('image/png');
  expect(await sizeOf(card)).toEqual([1200, 630]);
});

test('each chart of a page leads to its files', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}${EVENT}?asOf=2020-11-22`);
  for (const name of ['SVG of the toll ladder', 'PNG of the map', 'PNG of who says who did it']) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    expect(href).toContain('?asOf=2020-11-22');
    expect((await fetch(origin + (href ?? ''))).status).toBe(200);
  }
  await context.close();
});
