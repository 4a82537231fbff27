import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';

const origin = inject('origin');
const doctored = inject('doctored');
const EVENT = '2020-11-21-kabul-rockets';
const FORMS = [
  `/embed/matrix/${EVENT}`,
  `/embed/toll/${EVENT}`,
  `/embed/map/${EVENT}`,
  '/embed/histogram/kabul',
  '/embed/histogram/taliban',
];
let browser: Browser;
let host: Server | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => {
  host?.close();
  host?.closeAllConnections();
  host = undefined;
});

/** A page of another site that has some HTML in it. */
async function hosted(html: string): Promise<string> {
  host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Elsewhere</title>${html}`);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
}

async function open(
  url: string,
  steps: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(url);
    await steps(page);
  } finally {
    await context.close();
  }
}

const codeOf = async (form: string, kind: 'live' | 'frozen'): Promise<string> => {
  let code = '';
  await open(
    `${origin}/events/${EVENT}?asOf=2020-11-22`,
    async (page) => {
      const codes = await page.locator(`#embed .${kind} pre`).allTextContents();
      code = codes.find((text) => text.includes(`/embed/${form}/`)) ?? '';
    },
    { javaScriptEnabled: false },
  );
  return code;
};

describe('the code of an event', () => {
  test.each(['matrix', 'toll', 'map'])('%s shows in the sandbox of another site, in our type', async (form) => {
    const url = await hosted(await codeOf(form, 'live'));
    await open(url, async (page) => {
      const frame = page.frameLocator('iframe');
      expect(await frame.getByRole('heading', { level: 1 }).textContent()).toContain('Rockets on Kabul');
      expect(await frame.getByText('Live: what is known now.').isVisible()).toBe(true);
      const type = await frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
      expect(type).toContain('Source Sans 3');
      const sandbox = await page.evaluate(() => document.querySelector('iframe')?.sandbox.value);
      expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox');
    });
  });

  test('frozen, it says as of when, and leaves out what became known later', async () => {
    const url = await hosted(await codeOf('toll', 'frozen'));
    await open(url, async (page) => {
      const frame = page.frameLocator('iframe');
      expect(await frame.getByText('As it was known by 22 November 2020.').isVisible()).toBe(true);
      // UNAMA counted in its annual report.
      expect(await frame.getByText('United Nations Assistance Mission').count()).toBe(0);
    });
  });

  test('the choice between live and frozen needs no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/events/${EVENT}#embed`);
    await page.getByText('Embed a part of this page').click();
    const frozen = page.locator('#embed .frozen pre').first();
    expect(await frozen.isVisible()).toBe(false);
    await page.getByRole('radio', { name: /frozen/ }).check();
    expect(await frozen.isVisible()).toBe(true);
    expect(await page.locator('#embed .live pre').first().isVisible()).toBe(false);
    await context.close();
  });
});

test.each([
  ['/places/kabul', '/embed/histogram/kabul?of=place'],
  ['/actors/taliban', '/embed/histogram/taliban?of=actor'],
])('%s gives the code of its months', async (path, src) => {
  await open(origin + path, async (page) => {
    const [live = ''] = await page.locator('#embed .live pre').allTextContents();
    expect(live).toContain(`src="${origin}${src}"`);
    expect((await fetch(origin + src)).status).toBe(200);
  });
});

test('a link in a frame opens a page of its own, which cannot reach back', async () => {
  const url = await hosted(await codeOf('matrix', 'live'));
  await open(url, async (page) => {
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.frameLocator('iframe').getByRole('link', { name: 'Rockets on Kabul' }).click(),
    ]);
    await opened.waitForLoadState();
    expect(new URL(opened.url()).pathname).toBe(`/events/${EVENT}`);
    expect(await opened.evaluate(() => globalThis.opener === null)).toBe(true);
    expect(page.url()).toBe(url);
  });
});

test('no other page can be framed', async () => {
  for (const path of ['/', `/events/${EVENT}`, '/compare', '/no-such-page']) {
    const policy = (await fetch(origin + path)).headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
  }
  const url = await hosted(`<iframe src="${origin}/events/${EVENT}"></iframe>`);
  await open(url, (page) => {
    expect(page.frames().map((frame) => frame.url())).toEqual([url, 'chrome-error://chromewebdata/']);
    return Promise.resolve();
  });
});

describe.each(FORMS)('%s', (path) => {
  test('may be framed by anybody, sets no cookie, differs for no reader and has no script', async () => {
    const answer = await fetch(origin + path, { headers: { cookie: 'theme=dark' } });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors \*(?:;|$)/);
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('vary') ?? '').not.toMatch(/cookie/i);
    expect(html).not.toContain('<script');
    expect(html).toContain('data-theme="system"');
    expect(html).toMatch(/<link rel="canonical" href="http:[^"]+\/(?:events|places|actors)\//);
    const again = await fetch(origin + path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('has the colours that its address asks for', async () => {
    const html = await (await fetch(`${origin + path}?theme=dark`)).text();
    expect(html).toContain('data-theme="dark"');
  });
});

test('fonts load where a frame has no origin', async () => {
  const html = await (await fetch(origin + (FORMS[0] ?? ''))).text();
  const sheets = [...html.matchAll(/href="([^"]+\.css)"/g)].map(
    ([, sheet]) => new URL(sheet ?? '', `${origin}${FORMS[0] ?? ''}`),
  );
  const styles = await Promise.all(sheets.map(async (sheet) => [sheet, await (await fetch(sheet)).text()] as const));
  const fonts = styles.flatMap(([sheet, css]) =>
    [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, font]) => new URL(font ?? '', sheet)),
  );
  expect(fonts.length).toBeGreaterThan(0);
  const answer = await fetch(fonts[0] ?? '', { headers: { origin: 'null' } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});

test.each([
  [`/embed/pie/${EVENT}`, 404, 'There is no form pie: write matrix, toll, map or histogram.'],
  ['/embed/matrix/nothing-like-this', 404, 'nothing-like-this'],
  ['/embed/histogram/nothing-like-this', 404, 'The ledger has no place or actor nothing-like-this.'],
  ['/embed/histogram/kabul?of=source', 400, 'Months are of=place or of=actor, not of=source.'],
  [`/embed/toll/${EVENT}?asOf=yesterday`, 400, 'yesterday'],
])('%s answers %i, in the frame', async (path, status, words) => {
  const answer = await fetch(origin + path);
  const html = await answer.text();
  expect(answer.status).toBe(status);
  expect(html).toContain(words);
  expect(html).not.toContain('Skip to content');
  expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
});

test('an id that a place and an actor have is of the one that is asked for', async () => {
  const titleOf = async (query: string): Promise<string> => {
    const html = await (await fetch(`${origin}/embed/histogram/sana-hospital${query}`)).text();
    return /<link rel="canonical" href="[^"]+\/(places|actors)\//.exec(html)?.[1] ?? '';
  };
  expect([await titleOf(''), await titleOf('?of=actor'), await titleOf('?of=place')]).toEqual([
    'places',
    'actors',
    'places',
  ]);
});

test('a changed id leads on to the frame of the new one', async () => {
  const moved = async (path: string) => {
    const answer = await fetch(doctored.origin + path, { redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  };
  expect(await moved('/embed/toll/rockets-of-november?theme=dark')).toEqual([308, `/embed/toll/${EVENT}?theme=dark`]);
  expect(await moved('/embed/histogram/kabul-city')).toEqual([308, '/embed/histogram/kabul']);
});
