import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';

/** JavaScript that a page loads until it is quiet, in kB of gzip (level 9), measured in a browser on the built dashboard. */
const pages = [
  { name: 'home', path: '/' },
  { name: 'explore', path: '/events', goal: 500 },
  { name: 'explore with the map', path: '/events?view=map', goal: 500 },
  { name: 'event', path: '/events/2020-11-21-kabul-rockets', goal: 60 },
  { name: 'event without claims of casualties', path: '/events/2021-07-20-garmsir-change-of-control', goal: 60 },
  { name: 'claim', path: '/claims/dawn-2020-11-21/fired-23' },
  { name: 'source', path: '/sources/dawn-2020-11-21' },
  { name: 'actor', path: '/actors/taliban' },
  { name: 'place', path: '/places/kabul' },
  { name: 'methods', path: '/methods' },
  { name: 'data', path: '/data' },
  { name: 'API reference', path: '/api' },
] as const;

const server = await startServer();
const browser = await launchBrowser();
try {
  for (const { name, path, ...more } of pages) {
    const page = await browser.newPage();
    // By address: what a page shares with its worker is sent once.
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || scripts.has(response.url())) return;
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body, { level: 9 }).byteLength),
      );
    });
    const answer = await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status() ?? 'nothing'}`);
    const sizes = await Promise.all(scripts.values());
    const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    const goal = 'goal' in more ? `, ${(total / more.goal).toFixed(2)} of its budget of ${more.goal} kB` : '';
    console.log(`${name.padEnd(36)} ${total.toFixed(1).padStart(6)} kB in ${sizes.length} files${goal}`);
    if ('goal' in more && total > more.goal) process.exitCode = 1;
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
