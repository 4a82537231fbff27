import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { ARDEN, CHAPAR, ENGLISH, EXCERPT, LEDGER, PERSIAN } from './evidence.fixture.ts';
import { startWithLedger } from './made-up.ts';
import { type RunningServer, startServer } from './server.ts';
import { visitPage } from './visit.ts';

let browser: Browser;
let server: RunningServer;
let texts = '';

beforeAll(async () => {
  browser = await launchBrowser();
  texts = mkdtempSync(join(tmpdir(), 'texts-'));
  server = await startWithLedger(LEDGER, { COUNTERCLAIM_SOURCES: texts });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(texts, { recursive: true });
});
const hold = (source: string, text: string | Uint8Array): void => {
  writeFileSync(join(texts, `${source}.txt`), text);
};
beforeEach(() => {
  hold(ARDEN, ENGLISH);
  hold(CHAPAR, PERSIAN);
});
afterEach(() => {
  rmSync(join(texts, `${EXCERPT}.txt`), { force: true });
});

const visit = (
  path: string,
  steps: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => visitPage(browser, `${server.origin}${path}`, steps, { reducedMotion: 'reduce', ...options });

const background = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => getComputedStyle(element).backgroundColor);
const edge = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => getComputedStyle(element).borderInlineStartColor);

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('a text that is held, %o', (options) => {
  test('stands beside its claims, every passage marked, and says that all match', async () => {
    await visit(
      `/sources/${ARDEN}`,
      async (page) => {
        expect((await page.locator('[data-summary]').innerText()).trim()).toBe(
          '5 of 5 passages match; the digest of the text matches.',
        );
        const paragraph = page.locator('.document p').first();
        // The numbers are not part of the text.
        expect((await paragraph.locator('mark').allInnerTexts()).join('|')).toBe(
          'Two people were |injured at the Old Harbour|, the spokesman',
        );
        expect(await paragraph.locator('mark').nth(1).getAttribute('data-pair')).toBe('1 2');
        expect(await page.locator('#claim-no-passage').innerText()).toContain('nothing is verified');
        expect(await page.locator('.claims li[data-pair]').count()).toBe(4);
      },
      options,
    );
  });

  test('leads from passage to claim and back, and lights both up', async () => {
    await visit(
      `/sources/${ARDEN}`,
      async (page) => {
        const marks = page.locator('mark[data-pair~="3"]');
        const claim = page.locator('#claim-later-toll');
        const [dark, plain] = [await background(marks.first()), await edge(claim)];
        await page.getByRole('link', { name: 'Claim 3' }).first().click();
        await page.waitForURL(/#claim-later-toll$/);
        expect(await background(marks.first())).not.toBe(dark);
        expect(await background(marks.last())).toBe(await background(marks.first()));
        expect(await edge(claim)).not.toBe(plain);
        await claim.getByRole('link', { name: '¶ 2, 55–80' }).click();
        await page.waitForURL(/#passage-later-toll\.2$/);
        expect(await page.locator(':target').innerText()).toBe('One of them worked for it');
        expect(await edge(claim)).not.toBe(plain);
        await page.goto(`${server.origin}/sources/${ARDEN}`);
        await page.getByRole('link', { name: 'Claim 3' }).last().focus();
        expect(await edge(claim)).not.toBe(plain);
        expect(await edge(page.locator('#claim-first-toll'))).toBe(plain);
        await page.locator('#claim-front-denies').hover();
        expect(await background(page.locator('#passage-front-denies'))).not.toBe(dark);
      },
      options,
    );
  });

  test('is reached from the page of a claim', async () => {
    await visit(
      `/claims/${ARDEN}/place`,
      async (page) => {
        const evidence = page.locator('#evidence');
        expect(await evidence.innerText()).toMatch(/¶ 1, 16–57\s+matches/);
        await evidence.getByRole('link', { name: '¶ 1, 16–57' }).click();
        await page.waitForURL(new RegExp(`/sources/${ARDEN}#passage-place$`));
        expect(await page.locator(':target').getAttribute('data-pair')).toBe('1 2');
      },
      options,
    );
  });
});

test('a text is written in its own direction, its claims in ours', async () => {
  await visit(`/sources/${CHAPAR}`, async (page) => {
    const text = page.locator('.document [lang=fa]').first();
    expect(await text.getAttribute('dir')).toBe('rtl');
    expect(await text.locator('mark').innerText()).toBe('دو نفر زخمی شدند');
    expect(await page.locator('.claims').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });
});

test('another text is told from the one that was coded, loudly and with both digests', async () => {
  hold(ARDEN, ENGLISH.replace('Two people', 'Sixteen people').replace('In the evening', 'In the late evening'));
  await visit(`/sources/${ARDEN}`, async (page) => {
    expect((await page.locator('[data-summary]').innerText()).trim()).toBe(
      '1 of 5 passages match; the digest of the text does not match.',
    );
    const claims = page.locator('#claims');
    expect(await claims.innerText()).toContain('not the text that was coded');
    expect(await page.locator('#claim-first-toll').innerText()).toMatch(
      /Mismatch\. Other words stand at ¶ 1, 0–42[^]*Expected\s+[0-9a-f]{64}\s+Found there\s+[0-9a-f]{64}/,
    );
    expect(await page.locator('#claim-place').innerText()).toMatch(
      /Not at its place\. The words that were coded from ¶ 1, 16–57 stand at ¶ 1, 20–61/,
    );
    expect(await page.locator('#passage-first-toll').getAttribute('class')).toContain('wrong');
  });
  hold(ARDEN, 'Something else.\n');
  await visit(`/claims/${ARDEN}/place`, async (page) => {
    expect(await page.locator('#evidence').innerText()).toMatch(/Mismatch\. This text has no ¶ 1, 16–57/);
  });
});

test('nobody keeps or lists a page with a text', async () => {
  for (const path of ['', '/__data.json']) {
    const { headers, status } = await fetch(`${server.origin}/sources/${ARDEN}${path}`);
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')], path).toEqual([
      200,
      'private, no-store',
      'noindex',
    ]);
  }
  expect((await fetch(`${server.origin}/sources/${EXCERPT}`)).headers.get('x-robots-tag')).toBeNull();
});

test('a text of which nothing was coded whole is shown, and verifies nothing', async () => {
  hold(EXCERPT, 'A wire.\n');
  await visit(`/sources/${EXCERPT}`, async (page) => {
    expect((await page.locator('[data-summary]').innerText()).trim()).toBe(
      'No claim of this document cites a passage; the record has no digest of the text.',
    );
  });
});

describe('without a text', () => {
  test('position, digest and paraphrase are shown, and how to verify them', async () => {
    rmSync(join(texts, `${ARDEN}.txt`));
    await visit(`/sources/${ARDEN}`, async (page) => {
      const claims = page.locator('#claims');
      expect(await claims.innerText()).toMatch(/¶ 2\s+15–53/);
      expect(await claims.innerText()).toContain('the operator of this site does not hold it');
      await page.getByText('Verify it yourself').click();
      expect(await claims.locator('pre').innerText()).toContain('paragraphs[1][55:80]');
    });
    await visit(`/sources/${EXCERPT}`, async (page) => {
      expect(await page.locator('#claims').innerText()).toContain('no passage is verified');
    });
  });

  test('one that cannot be read is flagged', async () => {
    hold(ARDEN, Uint8Array.of(0xff));
    await visit(`/sources/${ARDEN}`, async (page) => {
      expect(await page.locator('#claims').innerText()).toContain(`The file ${ARDEN}.txt is not UTF-8`);
    });
  });
});

test.each([
  ['that matches', ENGLISH],
  ['that does not', ENGLISH.replace('Two', 'Six')],
])('a text %s is accessible and no wider than its window, in light, dark and on a phone', async (_name, text) => {
  hold(ARDEN, text);
  await visit(`/sources/${ARDEN}#passage-place`, expectAccessible);
});

test('a folder that is none keeps the dashboard from starting, in one line', async () => {
  await expect(startServer({ COUNTERCLAIM_SOURCES: join(texts, 'nowhere') })).rejects.toThrow(
    /ended with 1 before it listened\.\nCOUNTERCLAIM_SOURCES=[^\n]* is no folder\. [^\n]*\n$/,
  );
});

test('the style sheet of pairs has a size that a document can have', async () => {
  const origin = inject('origin');
  const sheet = await fetch(`${origin}/pairing.2.css`);
  expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect((await sheet.text()).match(/~="2"/g)).toHaveLength(2);
  for (const count of ['0', '1000', '1e3', 'x'])
    expect((await fetch(`${origin}/pairing.${count}.css`)).status).toBe(404);
});
