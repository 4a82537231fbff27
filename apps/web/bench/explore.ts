/**
 * Measures Explore with a ledger of GED's size in the bundled browser: `node bench/explore.ts [--events 400000] [--data FOLDER] [--gestures 500]`.
 *
 * FOLDER has a ledger that was imported before; without it one is made, which takes minutes. Times are of this machine, and of a browser that draws
 * without a GPU; what they are held against is measured in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Release } from '@counterclaim/api/client';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';
import { line, quantile, spread } from './explore/figures.ts';
import { geojsonSource } from './explore/geojson-source.ts';
import { firstRest, heap, longTasks, observe, type Rest, settled, toRest } from './explore/gestures.ts';
import { makeLedger } from './explore/ledger.ts';
import { recounts } from './explore/recounts.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '400000' },
    gestures: { type: 'string', default: '500' },
    data: { type: 'string' },
  },
});

const VIEW = '/events?view=map';

/** The pack as it is sent, and the part of it that a map needs. */
async function measurePack(origin: string, { pack }: Release): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(origin + pack)).arrayBuffer());
  const compressed = (part: Uint8Array): number =>
    brotliCompressSync(part, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
    }).byteLength;
  const letters = 'counterclaim-pack'.length;
  const length = new DataView(bytes.buffer).getUint32(letters, true);
  const start = letters + 4;
  const { events, parts } = JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + length))) as {
    readonly events: number;
    readonly parts: readonly { readonly bytes: number }[];
  };
  const core = bytes.subarray(start + length, start + length + (parts[0]?.bytes ?? 0));
  line('pack, core columns', `${(compressed(core) / events).toFixed(1)} bytes an event`, '12');
  line('pack, everything', `${(compressed(bytes) / events).toFixed(1)} bytes an event`, '24');
}

/** Ticks a box of the filters, and another one the next time. */
async function tick(page: Page, at: number): Promise<Rest> {
  const boxes = page.locator(
    'form#filters input[type=checkbox][name=status], form#filters input[type=checkbox][name=kind]',
  );
  return toRest(page, 'change', () => boxes.nth(Math.floor(at / 2) % 4).click());
}

/** Drags over the months, a step at a time; each step is a gesture. */
async function brush(page: Page, steps: number): Promise<number[]> {
  const box = await page.locator('svg.months').boundingBox();
  if (box === null) throw new Error('there is no histogram');
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const x = box.x + box.width * (0.2 + (0.6 * step) / steps);
    times.push((await toRest(page, 'pointermove', () => page.mouse.move(x, y))).answered);
  }
  await page.mouse.up();
  await settled(page);
  return times;
}

async function pan(page: Page, at: number): Promise<number> {
  const { answered } = await toRest(page, 'keydown', () =>
    page.keyboard.press(at % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'),
  );
  return answered;
}

const folder = values.data ?? mkdtempSync(join(tmpdir(), 'counterclaim-explore-'));
if (values.data === undefined) makeLedger(folder, Number(values.events));
const server = await startServer({ COUNTERCLAIM_DATA: folder });
const browser = await launchBrowser();
try {
  const release = (await (await fetch(`${server.origin}/api/v1/release`)).json()) as Release;
  const events = release.datasets.reduce((sum, dataset) => sum + dataset.events, 0);
  line('events', String(events));
  while ((await fetch(`${server.origin}/api/v1/map`)).status !== 200) await setTimeout(500);
  await measurePack(server.origin, release);

  const plain = await browser.newPage({ javaScriptEnabled: false });
  const lists: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const began = performance.now();
    await plain.goto(`${server.origin}/events`, { waitUntil: 'domcontentloaded' });
    lists.push(performance.now() - began);
    if ((await plain.locator('a[data-item]').count()) === 0) throw new Error('the list is empty without scripts');
  }
  line('list without any script', spread(lists));
  await plain.close();

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript(observe);
  const opened = page.waitForResponse((response) => response.url().includes(release.pack));
  await page.goto(server.origin + VIEW);
  await page.locator('.map.ready').waitFor({ timeout: 120_000 });
  const { code, rest } = await firstRest(page);
  line('first rest of the map, after its code', `${(rest - code).toFixed(0)} ms`, '800');
  await (await opened).finished();
  // The columns are read after the pack has come: when tiles are no longer asked of the server, they are there.
  await setTimeout(15_000);
  line('facets counted anew, in a worker', spread(await recounts(page, release.pack, release.revision)), '8');
  await longTasks(page);

  const rests: Rest[] = [];
  for (let at = 0; at < 24; at += 1) {
    rests.push(await tick(page, at));
    await settled(page);
  }
  const filters = rests.map(({ answered }) => answered);
  line('a filter, map and counts at rest', spread(filters), 'p95 100');
  line('a filter, list too', spread(rests.map(({ shown }) => shown)));
  const brushed = await brush(page, 24);
  line('a step over the months, to rest', spread(brushed), 'p95 100');
  await page.goto(server.origin + VIEW);
  await page.locator('.map.ready').waitFor();
  await page.getByRole('region', { name: /^Map of/ }).focus();
  await page.keyboard.press('+');
  await settled(page);
  await setTimeout(15_000);
  await longTasks(page);
  const panned: number[] = [];
  for (let at = 0; at < 24; at += 1) panned.push(await pan(page, at));
  line('a pan, to rest', spread(panned), 'p95 100');
  const source = await geojsonSource(browser, events);
  line('a filter of a GeoJSON source, to rest', spread(source));
  line('of which a filter of tiles takes', `${(quantile(filters, 0.95) / quantile(source, 0.95)).toFixed(2)} × (p95)`);

  const gestures = Number(values.gestures);
  const sizes: number[] = [];
  for (let at = 0; at < gestures; at += 1) {
    if (at % 5 === 4) {
      await page.getByRole('region', { name: /^Map of/ }).focus();
      await pan(page, Math.floor(at / 5));
    } else await tick(page, at);
    if (at % Math.ceil(gestures / 5) === 0) sizes.push((await heap(page)) / 2 ** 20);
  }
  await settled(page);
  sizes.push((await heap(page)) / 2 ** 20);
  line(`heap over ${gestures} gestures`, `${sizes.map((size) => size.toFixed(1)).join(', ')} MiB`, 'flat');
  const tasks = await longTasks(page);
  line('longest task after load', `${Math.max(0, ...tasks).toFixed(0)} ms`, '200');
} finally {
  await browser.close();
  await server.stop();
  if (values.data === undefined) rmSync(folder, { recursive: true });
}
