import { createHash } from 'node:crypto';
import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startServer } from './server.ts';
import { watchPage } from './watch.ts';

const origin = inject('origin');
const releases = fileURLToPath(new URL('../../../releases', import.meta.url));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(address: string, steps: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  try {
    const watch = await watchPage(page, new URL(address).origin);
    await page.goto(address);
    await steps(page);
    watch.expectClean();
  } finally {
    await page.close();
  }
}

test('every file of the latest release is downloaded from the Data page, with the checksum that stands beside it', async () => {
  await visit(`${origin}/data`, async (page) => {
    const rows = page.locator('section:has(#releases) article:first-of-type tbody tr');
    const files = await Promise.all(
      (await rows.all()).map(async (row) => ({
        href: (await row.locator('a').getAttribute('href')) ?? '',
        sha256: await row.locator('code').textContent(),
      })),
    );
    expect(files.map(({ href }) => href.split('/').at(-1))).toEqual(
      expect.arrayContaining(['ledger.json', 'claims.csv', 'claims.parquet', 'ledger.jsonld', 'SHA256SUMS']),
    );
    for (const { href, sha256 } of files) {
      const response = await fetch(origin + href);
      expect(response.headers.get('content-disposition'), href).toMatch(/^attachment; filename="counterclaim-/);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex'), href).toBe(sha256);
    }
  });
});

test.each(['/data', '/data/2026.1'])('%s shows checksums whole on a phone', async (path) => {
  await visit(`${origin}${path}`, async (page) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const digests = page.locator('main code', { hasText: /^[0-9a-f]{64}$/ });
    expect(await digests.count()).toBeGreaterThan(20);
    const beyond = await digests.evaluateAll((all) =>
      all.filter((code) => code.getBoundingClientRect().right > 360).map((code) => code.textContent),
    );
    expect(beyond).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('a release has a page of its own, with what it changed and how to cite it', async () => {
  await visit(`${origin}/data`, async (page) => {
    await page.getByRole('link', { name: 'What changed' }).last().click();
    await page.waitForURL(`${origin}/data/2026.1#changes`);
    expect(await page.title()).toBe('Release 2026.1 · Counterclaim');
    expect(await page.locator('section:has(#changes)').textContent()).toContain('The first release');
    expect(await page.locator('section:has(#cite)').textContent()).toContain(
      `Counterclaim contributors. Counterclaim, release 2026.1. 21 November 2026.`,
    );
  });
  expect((await fetch(`${origin}/data/2026.999`)).status).toBe(404);
});

describe('on a server with other releases', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'releases-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('without any, the page says so', async () => {
    const server = await startServer({ COUNTERCLAIM_RELEASES: folder });
    try {
      await visit(`${server.origin}/data`, async (page) => {
        expect(await page.locator('section:has(#releases)').textContent()).toContain('Nothing has been released yet.');
      });
    } finally {
      await server.stop();
    }
  });

  test('without their files, it says how they are made', async () => {
    await mkdir(join(folder, '2026.1'));
    await cp(join(releases, 'index.json'), join(folder, 'index.json'));
    await cp(join(releases, '2026.1/ledger.json'), join(folder, '2026.1/ledger.json'));
    const server = await startServer({ COUNTERCLAIM_RELEASES: folder });
    try {
      await visit(`${server.origin}/data/2026.1`, async (page) => {
        const files = await page.locator('section:has(#files)').textContent();
        expect(files).toContain('events.csv, not on this server');
        expect(files).toContain('counterclaim release 2026.1 --again');
        expect(await page.locator('section:has(#files) tbody a').allTextContents()).toEqual(['ledger.json']);
        expect(await page.locator('section:has(#changes)').textContent()).toContain('is not on this server');
      });
    } finally {
      await server.stop();
    }
  });
});
