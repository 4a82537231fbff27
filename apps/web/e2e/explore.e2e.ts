import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { parseCsv } from './csv.ts';
import { startServer } from './server.ts';
import { type PageWatch, watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Visit {
  readonly page: Page;
  readonly watch: PageWatch;
}

async function visit(path: string, javaScriptEnabled = true): Promise<Visit> {
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const watch = await watchPage(page, origin);
  await page.goto(origin + path, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' });
  return { page, watch };
}

/** Ids of the listed events, as their links have them. */
const listed = (page: Page): Promise<string[]> =>
  page
    .locator('a[data-item]')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.replace('/events/', '')),
    );

const search = (page: Page): string => new URL(page.url()).search;

test('a box that is ticked before scripts run takes effect when they do', async () => {
  const { page, watch } = await visit('/');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${origin}/events`, { waitUntil: 'commit' });
  const contested = page.getByRole('form', { name: 'Filters' }).getByLabel('Contested');
  await contested.check();
  release();
  await page.waitForURL('**/events?status=contested');
  expect(await contested.isChecked()).toBe(true);
  watch.expectClean();
  await page.close();
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  test('search, filter, download, share', async () => {
    const { page, watch } = await visit('/', javaScript);
    await page.getByRole('searchbox').fill('rockets kabul');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/events?q=rockets+kabul', { waitUntil: 'networkidle' });
    const found = await listed(page);
    expect(found).toContain('2020-11-21-kabul-rockets');

    const rail = page.getByRole('form', { name: 'Filters' });
    await rail.getByLabel('Contested').check();
    await rail.getByLabel('Attack', { exact: true }).check();
    if (!javaScript) await rail.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL('**/events?q=rockets+kabul&status=contested&kind=attack');
    const left = await listed(page);
    expect(left).toContain('2020-11-21-kabul-rockets');
    expect(left.length).toBeLessThan(found.length);
    expect(await page.getByRole('status').first().textContent()).toBe(
      `${String(left.length)} ${left.length === 1 ? 'event' : 'events'}`,
    );

    await page.locator('summary', { hasText: 'Download' }).click();
    const link = page.getByRole('link', { name: 'CSV, one row per event' });
    const csv = await page.request.get(origin + ((await link.getAttribute('href')) ?? ''));
    expect(csv.headers()['content-type']).toContain('text/csv');
    const rows = parseCsv(await csv.text());
    expect(rows.map(({ id }) => id)).toEqual(left);
    const shown = await page.locator('li', { has: page.locator('a[data-item]') }).allTextContents();
    rows.forEach((row, index) => {
      expect(shown[index]).toContain(row['title']);
      if (row['killed_low'] !== '') expect(shown[index]?.replaceAll(',', '')).toContain(row['killed_low']);
    });

    const claims = await page.getByRole('link', { name: 'CSV, one row per claim' }).getAttribute('href');
    const about = parseCsv(await (await page.request.get(origin + (claims ?? ''))).text()).map(
      (row) => row['about'] ?? '',
    );
    expect(left.filter((id) => about.every((ids) => !ids.split('; ').includes(id)))).toEqual([]);

    const other = await visit(`/events${search(page)}`, !javaScript);
    expect(await listed(other.page)).toEqual(left);
    await other.page.close();

    await page.getByRole('link', { name: 'Remove Attribution: Contested' }).click();
    await page.waitForURL('**/events?q=rockets+kabul&kind=attack');
    await page.locator('a[data-item]', { hasText: 'Rockets on Kabul, 21 November 2020' }).click();
    await page.waitForURL('**/events/2020-11-21-kabul-rockets');
    watch.expectClean();
    await page.close();
  });

  test('an as-of date stays on every page until it is cleared', async () => {
    const { page, watch } = await visit('/events?kind=attack', javaScript);
    await page.getByLabel('at the end of').fill('2020-11-21');
    if (javaScript) await page.getByLabel('at the end of').blur();
    else await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL('**/events?kind=attack&asOf=2020-11-21');
    const banner = page.getByRole('complementary', { name: 'As-of date' });
    expect(await banner.textContent()).toContain('21 November 2020');
    expect(await listed(page)).toContain('2020-11-21-kabul-rockets');
    await page.locator('a[data-item]').first().click();
    await page.waitForURL('**/events/*?asOf=2020-11-21');
    expect(await banner.isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Methods' }).click();
    await page.waitForURL('**/methods?asOf=2020-11-21');
    await banner.getByRole('link').click();
    await page.waitForURL('**/methods');
    expect(await banner.count()).toBe(0);
    watch.expectClean();
    await page.close();
  });

  test('an empty list names the filter that excludes most, one click drops it', async () => {
    const { page, watch } = await visit('/events?q=nothinglikethis&kind=attack', javaScript);
    expect(await page.getByRole('main').textContent()).toMatch(/Words: nothinglikethis\s+excludes most/);
    await page.getByRole('link', { name: /^Drop it and show \d+ events$/ }).click();
    await page.waitForURL('**/events?kind=attack');
    expect((await listed(page)).length).toBeGreaterThan(1);
    watch.expectClean();
    await page.close();
  });
});

test('without JavaScript the map shows or leaves out every event that the list has, and a ring leads to its events', async () => {
  const { page, watch } = await visit('/events?kind=attack', false);
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Map' }).click();
  await page.waitForURL('**/events?kind=attack&view=map');
  const total = Number.parseInt((await page.getByRole('status').first().textContent()) ?? '', 10);
  const map = page.getByRole('group', { name: /^Map of \d+ events$/ });
  const located = Number.parseInt(((await map.getAttribute('aria-label')) ?? '').replace('Map of ', ''), 10);
  const text = (await page.locator('figcaption', { hasText: 'Natural Earth' }).textContent()) ?? '';
  expect(located + Number(/(\d+) events? cannot be mapped/.exec(text)?.[1] ?? 0)).toBe(total);
  const marks = await map.locator('title').allTextContents();
  const events = marks.map((mark) => Number(/(\d+) event/.exec(mark)?.[1] ?? NaN));
  expect(events.reduce((sum, count) => sum + count, 0)).toBe(located);

  const rail = page.getByRole('form', { name: 'Filters' });
  await rail.getByLabel('Contested').check();
  await rail.getByRole('button', { name: 'Apply filters' }).click();
  await page.waitForURL('**/events?status=contested&kind=attack&view=map');
  const ring = map.getByRole('link').first();
  const count = Number(/: (\d+) event/.exec((await ring.getAttribute('aria-label')) ?? '')?.[1] ?? NaN);
  await ring.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events?place=*&status=contested&kind=attack');
  expect((await listed(page)).length).toBeGreaterThanOrEqual(count);
  watch.expectClean();
  await page.close();
});

test('a map that can be moved takes the place of the drawn one, and its view stands in the address', async () => {
  const { page, watch } = await visit('/events?kind=attack&view=map');
  const moving = page.locator('.map.ready');
  await moving.waitFor();
  const drawn = page.getByRole('group', { name: /^Map of \d+ events$/ });
  expect(await drawn.count()).toBe(0);
  await page.getByRole('region', { name: /^Map of \d+ events$/ }).focus();
  await page.keyboard.press('+');
  await page.waitForURL(/view=map&map=[\d.]+\/[\d.-]+\/[\d.-]+$/);
  const map = new URL(page.url()).searchParams.get('map');

  await page.getByRole('form', { name: 'Filters' }).getByLabel('Contested').check();
  await page.waitForURL((url) => url.searchParams.get('status') === 'contested');
  expect(new URL(page.url()).searchParams.get('map')).toBe(map);
  await moving.waitFor();

  // The list stands under the map: where an event lies that is pointed at, a ring says.
  await page.locator('a[data-item]').first().focus();
  await moving.locator('.ring').waitFor();
  await page.getByRole('link', { name: 'List only the events in this part of the map' }).click();
  await page.waitForURL((url) => url.searchParams.has('bbox'));
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('bbox'));
  watch.expectClean();

  await moving.locator('canvas').evaluate((canvas) => {
    (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await drawn.waitFor();
  expect(await drawn.locator('title').count()).toBeGreaterThan(0);
  await page.close();
});

/** The texts of a column of the table, without its head. */
const column = (page: Page, name: string): Promise<string[]> =>
  page.getByRole('table', { name: 'Events', exact: true }).evaluate((table, name) => {
    const [head, ...rows] = [...(table as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) => cell.innerText.trim()),
    );
    const place = head?.findIndex((text) => text.startsWith(name)) ?? -1;
    return rows.map((cells) => cells[place] ?? '');
  }, name);

test.each([true, false])(
  'the table has the events of the list, sorts them, and has the chosen columns; with JavaScript: %s',
  async (javaScript) => {
    const { page, watch } = await visit('/events?kind=attack', javaScript);
    const ids = await listed(page);
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
    await page.waitForURL('**/events?kind=attack&view=table');
    const table = page.getByRole('table', { name: 'Events', exact: true });
    await table.waitFor();
    expect(await listed(page)).toEqual(ids);
    const header = (name: string) => table.getByRole('columnheader', { name });
    expect(await header('Date').getAttribute('aria-sort')).toBe('descending');

    await header('Killed').getByRole('link').click();
    await page.waitForURL('**/events?kind=attack&view=table&sort=-killed');
    await table.locator('th[aria-sort=descending]', { hasText: 'Killed' }).waitFor();
    expect(await header('Date').getAttribute('aria-sort')).toBeNull();
    const csv = parseCsv(await (await fetch(`${origin}/events.csv${search(page)}`)).text());
    expect(await listed(page)).toEqual(csv.map(({ id }) => id));
    const killed = await column(page, 'Killed');
    expect(csv.length).toBeGreaterThan(1);
    csv.forEach((row, index) => {
      expect(killed[index]?.replaceAll(',', '')).toMatch(
        new RegExp(`^${row['killed_low'] === '' ? 'not given' : (row['killed_low'] ?? 'none')}`),
      );
    });

    await page.locator('summary', { hasText: 'Columns' }).click();
    const choice = page.getByRole('form', { name: 'Columns of the table' });
    await choice.getByLabel('Kind').uncheck();
    await choice.getByLabel('Actors named').check();
    await choice.getByRole('button').click();
    await page.waitForURL(
      '**/events?kind=attack&view=table&columns=date~place~status~parties~killed~injured~claims~known~dataset&sort=-killed',
    );
    await header('Actors named').waitFor();
    expect(await header('Kind').count()).toBe(0);
    expect((await column(page, 'Actors named')).join()).toContain('Islamic State');
    watch.expectClean();
    await page.close();
  },
);

test('on paper a table stands without the filters, as wide as the page, with its head on each', async () => {
  const { page } = await visit('/events?view=table');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1000 });
  expect(await page.getByRole('form', { name: 'Filters' }).isVisible()).toBe(false);
  const table = page.getByRole('table', { name: 'Events', exact: true });
  expect(await table.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');
  const box = await table.boundingBox();
  expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(718);
  expect(
    await page
      .getByRole('region', { name: 'Table of events' })
      .evaluate((region) => getComputedStyle(region).overflowX),
  ).toBe('visible');
  await page.close();
});

test('a form without JavaScript gets its canonical address', async () => {
  const response = await fetch(
    `${origin}/events?status=contested&status=claimed&killed.from=1&killed.to=&q=&sort=-date`,
    {
      redirect: 'manual',
    },
  );
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/events?status=claimed~contested&killed=1..');
});

test('provinces stand under their countries, and a value is found by the beginnings of its words', async () => {
  const { page, watch } = await visit('/events');
  const rail = page.getByRole('form', { name: 'Filters' });
  const country = rail.locator('li', { has: page.locator('#place-afghanistan') });
  expect(await country.locator('#place-kabul').count()).toBe(1);

  const field = rail.getByRole('combobox', { name: 'Search in Claimant' });
  await field.fill('minis int');
  const options = page.getByRole('listbox', { name: 'Claimant' }).getByRole('option');
  expect(await options.first().textContent()).toContain('Ministry of Interior Affairs');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await options.count()).toBe(0);
  expect(await field.inputValue()).toBe('minis int');
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('');

  await page.keyboard.type('pre');
  const names = await options.allTextContents();
  expect(names.length).toBeGreaterThan(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  const active = options.nth(1);
  expect(await active.getAttribute('aria-selected')).toBe('true');
  expect(await active.getAttribute('id')).toBe(await field.getAttribute('aria-activedescendant'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await options.last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events?claimant=*');
  const chosen = new URL(page.url()).searchParams.get('claimant') ?? '';
  expect(await rail.locator(`[id="claimant-${chosen}"]`).isChecked()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-claimant');
  watch.expectClean();
  await page.close();
});

test('months are chosen by dragging and by keyboard, and stand in the date fields', async () => {
  const { page, watch } = await visit('/events?kind=attack');
  const plot = page.getByRole('group', { name: 'Choose months' });
  const [from, to] = [plot.getByRole('slider', { name: 'From month' }), plot.getByRole('slider', { name: 'To month' })];
  const [first, last] = [await from.getAttribute('aria-valuenow'), await to.getAttribute('aria-valuenow')].map(Number);
  const box = await plot.boundingBox();
  if (box === null || first === undefined || last === undefined) throw new Error('There is no axis of months.');
  const month = box.width / (last - first + 1);
  await page.mouse.move(box.x + month * 8.5, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + month * 12.5, box.y + 20, { steps: 3 });
  // What is dragged shows at once, and leads nowhere until it is let go.
  await page.waitForFunction((at) => document.querySelector('[role=slider]')?.ariaValueNow === at, String(first + 8));
  expect(search(page)).toBe('?kind=attack');
  await page.mouse.up();
  await page.waitForURL(/date=\d{4}-\d\d\.\.\d{4}-\d\d&kind=attack/);
  const [start = '', end = ''] = (new URL(page.url()).searchParams.get('date') ?? '').split('..');
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe(start);
  expect(await page.getByLabel('to', { exact: true }).inputValue()).toBe(end);
  expect(await to.getAttribute('aria-valuenow')).toBe(String(first + 12));

  await to.focus();
  await page.keyboard.press('PageUp');
  await page.waitForURL(
    (url) => url.searchParams.get('date') === `${start}..${String(Number(end.slice(0, 4)) + 1)}${end.slice(4)}`,
  );
  await page.keyboard.press('End');
  await page.waitForURL((url) => url.searchParams.get('date') === `${start}..`);
  await from.focus();
  await page.keyboard.press('Home');
  await page.waitForURL((url) => url.search === '?kind=attack');
  expect(await from.evaluate((handle) => document.activeElement === handle)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  watch.expectClean();
  await page.close();
});

test('the as-of slider leads through the days on which something became known, and ends now', async () => {
  const { page, watch } = await visit('/events?kind=attack');
  const all = await listed(page);
  const slider = page.getByRole('slider', { name: 'As known' });
  expect(await slider.getAttribute('aria-valuetext')).toBe('now');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForURL('**/events?kind=attack&asOf=*');
  await page.getByRole('complementary', { name: 'As-of date' }).waitFor();
  const asOf = new URL(page.url()).searchParams.get('asOf') ?? '';
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+ [A-Z][a-z]+ \d{4}$/);
  const then = await listed(page);
  expect(then.length).toBeGreaterThan(0);
  expect(then.length).toBeLessThan(all.length);
  await page.keyboard.press('ArrowRight');
  const next = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 10);
  await page.waitForURL(`**/events?kind=attack&asOf=${next}`);
  await page.keyboard.press('End');
  await page.waitForURL('**/events?kind=attack');
  await page.getByRole('complementary', { name: 'As-of date' }).waitFor({ state: 'detached' });
  expect(await listed(page)).toEqual(all);
  watch.expectClean();
  await page.close();
});

test('boxes keep their focus while the list changes, and the number of events is told', async () => {
  const { page } = await visit('/events');
  const box = page.getByRole('form', { name: 'Filters' }).getByLabel('Contested');
  const status = page.getByRole('status').first();
  // A live region is read out when its text changes, not when another takes its place.
  await status.evaluate((region) => {
    (region as HTMLElement & { told?: string }).told = region.textContent;
  });
  await box.focus();
  await page.keyboard.press('Space');
  await page.waitForURL('**/events?status=contested');
  const told = await status.evaluate((region) => (region as HTMLElement & { told?: string }).told);
  expect(told).toMatch(/^\d+ events$/);
  expect(await status.textContent()).not.toBe(told);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('status-contested');
  await page.close();
});

test.each([true, false])(
  'what is wrong in an address is named, the rest is shown; with JavaScript: %s',
  async (javaScript) => {
    const { page, watch } = await visit(
      '/events?statuss=a&bbox=60,38,74,29&date=2022..2020&status=contested~nonsense&killed=9..1&view=tree&map=99/34/69&columns=date~age&sort=up&asOf=yesterday',
      javaScript,
    );
    const note = page.getByRole('note').first();
    const items = await note.getByRole('listitem').allTextContents();
    for (const name of ['statuss', 'bbox', 'date', 'status', 'killed', 'view', 'map', 'columns', 'sort', 'asOf']) {
      expect(
        items.filter((item) => new RegExp(`^\\s*${name}\\b`).test(item)),
        name,
      ).toHaveLength(1);
    }
    expect(items.join()).toContain('"2022..2020" is upside down');
    const right = await visit('/events?status=contested&columns=date', javaScript);
    expect(await listed(page)).toEqual(await listed(right.page));
    await right.page.close();
    expect(await page.getByRole('complementary', { name: 'As-of date' }).count()).toBe(0);
    if (javaScript) expect(await axeViolations(page)).toEqual([]);

    await note.getByRole('link', { name: 'Show killed=1..9' }).click();
    await page.waitForURL('**/events?status=contested&killed=1..9&columns=date');
    await page.getByText('Not all of this address').waitFor({ state: 'detached' });
    expect((await listed(page)).length).toBeGreaterThan(0);
    watch.expectClean();
    await page.close();
  },
);

test('dates that are typed the wrong way round are told, and one click turns them', async () => {
  const { page, watch } = await visit('/events?kind=attack');
  await page.getByLabel('From', { exact: true }).fill('2021');
  await page.getByLabel('to', { exact: true }).fill('2020');
  await page.getByLabel('to', { exact: true }).blur();
  await page.waitForURL('**/events?date=2021..2020&kind=attack');
  await page.getByRole('link', { name: 'Show date=2020..2021' }).click();
  await page.waitForURL('**/events?date=2020..2021&kind=attack');
  await page.getByText('Not all of this address').waitFor({ state: 'detached' });
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2020');
  watch.expectClean();
  await page.close();
});

test('a page that is no longer there is the first one, and says so', async () => {
  const { page } = await visit('/events?kind=attack&cursor=damaged', false);
  expect(await page.getByRole('note').first().textContent()).toContain('cursor');
  expect((await listed(page)).length).toBeGreaterThan(0);
  await page.close();
});

test('an id that no record bears is told, and one click leaves it out', async () => {
  const { page } = await visit('/events?place=atlantis&kind=attack');
  expect(await page.getByRole('note').first().textContent()).toContain('place=atlantis');
  expect(await listed(page)).toEqual([]);
  await page.getByRole('link', { name: 'Leave it out' }).click();
  await page.waitForURL('**/events?kind=attack');
  await page.locator('a[data-item]').first().waitFor();
  await page.close();
});

test('an API that cannot be reached: the filters stay, with a way to try again and a request id', async () => {
  // Nothing listens on the discard port.
  const server = await startServer({ API_URL: 'http://127.0.0.1:9' });
  const page = await browser.newPage({ javaScriptEnabled: false });
  const response = await page.goto(`${server.origin}/events?status=contested`);
  expect(response?.status()).toBe(503);
  const main = page.getByRole('main');
  expect(await main.textContent()).toContain('Attribution: Contested');
  expect(await main.textContent()).toContain(response?.headers()['x-request-id']);
  expect(await page.getByRole('link', { name: 'Try again' }).getAttribute('href')).toBe('/events?status=contested');
  await page.close();
  await server.stop();
});

test('files have the listed events in the listed order, and refuse what they do not know', async () => {
  const { page } = await visit('/events?kind=attack&sort=date');
  const ids = await listed(page);
  const get = (path: string) => fetch(origin + path);
  expect(parseCsv(await (await get('/events.csv?kind=attack&sort=date&view=list')).text()).map(({ id }) => id)).toEqual(
    ids,
  );
  const json = (await (await get('/events.json?kind=attack&sort=date')).json()) as { items: { id: string }[] };
  expect(json.items.map(({ id }) => id)).toEqual(ids);
  const geojson = await get('/events.geojson?kind=attack');
  expect(geojson.headers.get('content-type')).toContain('application/geo+json');
  expect((await get('/events.csv?statuss=contested')).status).toBe(400);
  expect((await get('/events.pdf')).status).toBe(404);
  await page.close();
});

test('on a phone the filters are a sheet whose button says how many it will show', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/events`, { waitUntil: 'networkidle' });
  const open = page.getByRole('button', { name: 'Filters' });
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const focus = () => page.evaluate(() => document.activeElement?.textContent);

  await open.focus();
  await page.keyboard.press('Enter');
  await sheet.waitFor();
  expect(await focus()).toBe('Close');
  await page.keyboard.press('Shift+Tab');
  expect(
    await sheet.evaluate(
      (dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body,
    ),
  ).toBe(true);
  await sheet.getByLabel('Claimed', { exact: true }).first().check();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await focus()).toBe('Filters');
  expect(search(page)).toBe('');

  await open.click();
  const contested = sheet.getByLabel('Contested');
  expect(await sheet.getByLabel('Claimed', { exact: true }).first().isChecked()).toBe(false);
  const show = sheet.getByRole('button', { name: /^Show \d+ events$/ });
  const before = await show.textContent();
  await contested.check();
  await page.waitForFunction((text) => document.querySelector('dialog .primary')?.textContent !== text, before);
  const after = (await show.textContent()) ?? '';
  expect(await sheet.locator('[aria-live]').last().textContent()).toBe(after.replace('Show ', ''));
  expect(search(page)).toBe('');
  // What the other boxes would leave is counted with it, where they are.
  const kinds = sheet.getByRole('group', { name: 'Kind' });
  expect(await kinds.getByRole('listitem').first().textContent()).toMatch(
    new RegExp(`^\\s*Attack\\s*${after.replace(/\D/g, '')} `),
  );
  expect(await contested.isChecked()).toBe(true);
  const field = sheet.getByRole('combobox', { name: 'Search in Claimant' });
  await field.fill('min');
  await page.keyboard.press('Escape');
  expect(await sheet.isVisible()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);

  await show.click();
  await page.waitForURL('**/events?status=contested');
  await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
  expect(await sheet.count()).toBe(0);
  expect(`Show ${String((await listed(page)).length)} events`).toBe(after);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  watch.expectClean();
  await page.close();
});

test('on a phone without scripts the filters open in the page', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false });
  await page.goto(`${origin}/events`);
  const form = page.getByRole('form', { name: 'Filters' });
  expect(await form.isVisible()).toBe(false);
  await page.locator('summary', { hasText: 'Filters' }).click();
  await form.getByLabel('Contested').check();
  await form.getByRole('button', { name: 'Apply filters' }).click();
  await page.waitForURL('**/events?status=contested');
  expect(await form.isVisible()).toBe(false);
  await page.close();
});
