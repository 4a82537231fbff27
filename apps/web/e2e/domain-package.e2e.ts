import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleOf, installPackage } from '../../../packages/domain/test/installing.ts';
import { launchBrowser } from './browser.ts';
import { watchPage } from './watch.ts';

/** A new app that knows this project only by its packed domain package, bundled for the browser. */
const domain = fileURLToPath(new URL('../../../packages/domain/', import.meta.url));
let folder: string;
let browser: Browser;
let server: PreviewServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterclaim-browser-app-'));
  installPackage(domain, folder);
  const example = exampleOf(await readFile(join(domain, 'README.md'), 'utf8'));
  await writeFile(
    join(folder, 'main.js'),
    `${example}\ndocument.title = [fired.agreement, fired.range.high].join(' ');\n`,
  );
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>',
  );
  await build({ root: folder, configFile: false, logLevel: 'error' });
  server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('a new app derives in the browser with the packed domain package', async () => {
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const page = await browser.newPage();
  const watch = await watchPage(page, origin);
  await page.goto(origin);
  await expect.poll(() => page.title()).toBe('disputed 28');
  watch.expectClean();
});
