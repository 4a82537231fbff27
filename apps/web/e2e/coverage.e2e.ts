import type { Coverage, Facets } from '@counterclaim/api/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;
let coverage: Coverage;

const api = async <Answer>(path: string): Promise<Answer> => (await (await fetch(origin + path)).json()) as Answer;

beforeAll(async () => {
  browser = await launchBrowser();
  // Complete without scripts: what is behind a click is in the page.
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(`${origin}/coverage`);
  coverage = await api<Coverage>('/api/v1/coverage');
});
afterAll(() => browser.close());

/** The cells of a table by its caption, without its head. */
const table = (caption: string): Promise<string[][]> =>
  page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

const number = (text: string | undefined): number => Number(text?.replaceAll(',', ''));

test('the numbers of the tables are those of the API', async () => {
  const { events, claims, sources } = coverage;
  const months = await table('Events by month and attribution status');
  const periods = events.byKind.find(({ value }) => value === 'period')?.count ?? 0;
  expect(events.months.reduce((sum, { events: count }) => sum + count, 0)).toBe(events.total - periods);
  expect(months.map((row) => [number(row.at(-2)), number(row.at(-1))])).toEqual(
    events.months.map(({ contested, events: count }) => [contested, count]),
  );
  expect((await table('Months without an event')).map((row) => number(row[1])).sort()).toEqual(
    events.gaps.map((gap) => gap.months).sort(),
  );
  expect((await table('What is contested')).map((row) => number(row[1])).slice(-3)).toEqual([
    events.attributionContested,
    events.disputed,
    events.contested,
  ]);
  expect((await table('Kinds of event')).map((row) => row.slice(1).map(number))).toEqual(
    events.byKind.map(({ count, contested, withoutToll }) => [count, contested, withoutToll]),
  );
  expect((await table('Tolls')).map((row) => number(row[1]))).toEqual([
    events.withKilled,
    events.withInjured,
    events.withoutToll,
  ]);
  expect((await table('Which claims can be checked')).map((row) => [row[0], number(row[1]), number(row[2])])).toEqual(
    events.largest.map(({ title, claims: count, verifiable }) => [title, count, verifiable]),
  );
  expect((await table('Kinds of claim')).map((row) => number(row[1]))).toEqual(claims.byKind.map(({ count }) => count));
  for (const [caption, { items }] of [
    ['Publishers', sources.publishers],
    ['Wires', sources.wires],
    ['Languages', sources.languages],
    ['Kinds of document', { items: sources.byKind }],
  ] as const) {
    expect((await table(caption)).map((row) => number(row[1]))).toEqual(items.map(({ count }) => count));
  }
  expect((await table('What is told')).map((row) => row.slice(1, 3).map(number))).toEqual([
    [claims.said, claims.total],
    [claims.total - claims.undated, claims.total],
    [claims.verifiable, claims.total],
    [sources.published, sources.total],
    [sources.url, sources.total],
    [sources.textDigest, sources.total],
  ]);
});

test('a number that leads to Explore, or to a file of claims, is what is found there', async () => {
  const links = await page
    .locator('td a')
    .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href') ?? ''] as const));
  const explored = links.filter(([, href]) => href.startsWith('/events?'));
  expect(explored.length).toBeGreaterThan(10);
  for (const [text, href] of explored) {
    expect((await api<Facets>(href.replace('/events', '/api/v1/facets'))).total, href).toBe(number(text));
  }
  const files = links.filter(([, href]) => href.startsWith('/api/v1/claims.csv?kind='));
  expect(files.length).toBe(coverage.claims.byKind.length);
  for (const [text, href] of files.slice(-3)) {
    const csv = await (await fetch(origin + href)).text();
    expect(csv.match(/^[a-z0-9-]+\/[a-z0-9-]+,/gm)?.length, href).toBe(number(text));
  }
});

test('a number of documents leads to their list', async () => {
  const links = await page
    .locator('td a[href^="/sources?"]')
    .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href') ?? ''] as const));
  const shown = ['publisher', 'wire', 'language', 'kind'].flatMap((filter) =>
    links.filter(([text, href]) => href.startsWith(`/sources?${filter}=`) && number(text) < 100).slice(0, 2),
  );
  expect(shown.length).toBe(8);
  for (const [text, href] of shown) {
    await page.goto(origin + href);
    expect(await page.locator('table tbody tr').count(), href).toBe(number(text));
    expect(await page.getByRole('list', { name: 'Active filters' }).locator('li').count()).toBe(2);
  }
  await page.getByRole('link', { name: 'Clear all' }).click();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/sources');
  await page.goto(`${origin}/coverage`);
});

test('every chart is named by a sentence, and has a table', async () => {
  const charts = page.locator('main [role=img]');
  const names = await charts.evaluateAll((all) => all.map((chart) => chart.getAttribute('aria-label') ?? ''));
  expect(names.length).toBe(11);
  for (const name of names) expect(name).toMatch(/\d.* The table below has the numbers\.$/);
  expect(await page.locator('main figure table').count()).toBe(names.length);
});

test('no name of a bar is cut on a phone', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  const cut = await page
    .locator('main [role=img] span')
    .evaluateAll((names) =>
      names
        .filter((name) => name.scrollWidth > name.clientWidth || getComputedStyle(name).textOverflow === 'ellipsis')
        .map((name) => name.textContent),
    );
  expect(await page.locator('main [role=img] span').count()).toBeGreaterThan(40);
  expect(cut).toEqual([]);
  // A row is as high as its bar, the name above it.
  const rows = await page.locator('main [role=img] .bar').evaluateAll((bars) => bars.map((bar) => bar.clientHeight));
  expect(Math.max(...rows)).toBe(26);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('what no count shows is told, as in the methods', async () => {
  expect(await page.locator('section[aria-labelledby=limits] li').count()).toBeGreaterThan(5);
  // It does not lead to where the reader is.
  expect(await page.locator('main a[href="/coverage"]').count()).toBe(0);
  const response = await fetch(`${origin}/methods`);
  expect(await response.text()).toContain('id="known-limits"');
});

test('with scripts the page does nothing that a good page never does', async () => {
  const scripted = await browser.newPage();
  const watch = await watchPage(scripted, origin);
  await scripted.goto(`${origin}/coverage`, { waitUntil: 'networkidle' });
  await scripted.locator('main details summary:visible').first().click();
  watch.expectClean();
  await scripted.close();
});
