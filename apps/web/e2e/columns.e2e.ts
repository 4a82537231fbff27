import type { Browser, Page, Request, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 900 } });

/** Looks closer at the map, and says how many tiles the server was asked for. */
async function tilesAskedFor(page: Page): Promise<number> {
  let asked = 0;
  const note = (request: Request): void => {
    if (request.url().includes('/api/v1/tiles/')) asked += 1;
  };
  page.on('request', note);
  await page.getByRole('region', { name: /^Map of \d+ events$/ }).focus();
  await page.keyboard.press('+');
  await page.locator('.map[aria-busy=true]').waitFor();
  await page.locator('.map[aria-busy=false]').waitFor();
  page.off('request', note);
  return asked;
}

const columnsWorker = (page: Page): Worker | undefined =>
  page.workers().find((worker) => worker.url().includes('columns-worker'));

/** Lets the worker with the columns fail, and waits until it is gone. */
async function fail(page: Page): Promise<void> {
  const worker = await vi.waitUntil(() => columnsWorker(page), 10_000);
  const closed = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('no memory');
    });
  });
  await closed;
}

test('a browser that has the columns draws and counts without the server, until its worker has failed twice', async () => {
  const page = await open();
  const watch = await watchPage(page, origin);
  await page.goto(`${origin}/events?kind=attack&view=map`);
  await page.locator('.map.ready').waitFor();
  await vi.waitFor(async () => expect(await tilesAskedFor(page)).toBe(0), 20_000);

  // What a reader drags over is counted at once, and the server is asked nothing.
  const total = page.locator('h2 [role=status]');
  const before = await total.textContent();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('slider', { name: 'As known' }).evaluate((slider: HTMLInputElement) => {
    slider.value = slider.min;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await vi.waitFor(async () => expect(await total.textContent()).not.toBe(before), 10_000);
  expect(asked).toEqual([]);
  watch.expectClean();

  await fail(page);
  await fail(page);
  await vi.waitFor(async () => expect(await tilesAskedFor(page)).toBeGreaterThan(0), 20_000);
  await page.close();
});

test('a pack that is damaged is refused, and the server answers', async () => {
  const page = await open();
  await page.route('**/api/v1/pack/**', (route) => route.fulfill({ body: 'counterclaim-pack' }));
  const said = page.waitForEvent('console', (message) => message.text().startsWith('Counts and maps come from'));
  await page.goto(`${origin}/events?kind=attack&view=map`);
  expect((await said).text()).toBe('Counts and maps come from the server: it ends within its header');
  await page.locator('.map.ready').waitFor();
  expect(await tilesAskedFor(page)).toBeGreaterThan(0);
  await page.close();
});
