import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { REDIRECTS } from './doctored.ts';
import { launchBrowser } from './browser.ts';
import { visitPage } from './visit.ts';

const origin = inject('origin');
const doctored = inject('doctored');
const NOVEMBER = '2020-11-21-kabul-rockets';
const JULY = '2021-07-20-kabul-palace-rockets';
const BOTH = `/compare?ids=${NOVEMBER}~${JULY}`;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = (
  path: string,
  steps: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => visitPage(browser, `${origin}${path}`, steps, options);

const mainText = async (page: Page): Promise<string> =>
  ((await page.getByRole('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('a comparison, %o', (options) => {
  test('names what differs, and each difference leads to its row', async () => {
    await visit(
      BOTH,
      async (page) => {
        const differences = page.locator('#differences').getByRole('listitem');
        expect(await differences.allTextContents()).toContain('Killed: A: 8–10; B: none. No number fits both.');
        const targets = await differences
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(targets.length).toBeGreaterThan(3);
        for (const target of targets) expect(await page.locator(`tr${target}`).count()).toBe(1);
        const who = await page.locator('tr#who').textContent();
        expect(who).toMatch(/accused the Taliban, who denied it/);
      },
      options,
    );
  });

  test.each(['', '&view=table'])('events are ticked in Explore%s, as of the date that is asked there', async (view) => {
    await visit(
      `/events?kind=attack&place=kabul${view}&asOf=2021-07-21`,
      async (page) => {
        const boxes = page.getByRole('checkbox', { name: /^compare / });
        const names = [await boxes.nth(0).getAttribute('value'), await boxes.nth(2).getAttribute('value')];
        await boxes.nth(0).check();
        await boxes.nth(2).check();
        await page.getByRole('button', { name: 'Compare chosen events' }).click();
        await page.waitForURL('**/compare**');
        expect(new URL(page.url()).search).toBe(`?ids=${names.join('~')}&asOf=2021-07-21`);
        expect(await mainText(page)).toContain('Question by question');
      },
      options,
    );
  });
});

test('an event offers what is near it in place and time', async () => {
  await visit(`/events/${NOVEMBER}`, async (page) => {
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('checkbox', { name: /Chehel Sutun/i }).check();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.waitForURL('**~**');
    expect(await page.locator('thead').first().getByRole('link').count()).toBe(2);
  });
});

test('one event is taken apart by who codes it', async () => {
  await visit(`/compare?ids=${NOVEMBER}`, async (page) => {
    const text = await mainText(page);
    expect(text).toContain(
      'Killed: other statements: 8–10; Uppsala Conflict Data Program: between 5 and 10 (best 10). Some number fits both.',
    );
  });
});

test.each([
  ['/compare', 'In Explore, tick events of the list'],
  [
    '/compare?ids=2020-11-21-kabul-arzan-qimat-bomb~nothing-like-this',
    'nothing-like-this, because the ledger has no event',
  ],
  [`${BOTH}~${JULY}`, `${JULY}, named more than once and compared once`],
  [`${BOTH}&view=map`, 'Not a parameter of this page, and ignored: view'],
  [
    `${BOTH}~2020-12-12-kabul-rockets~2020-03-09-kabul-inauguration-rockets~2018-08-21-kabul-eid-mortars`,
    '2018-08-21-kabul-eid-mortars, because no more than 4 are compared',
  ],
])('%s opens, and says %j', async (path, words) => {
  await visit(
    path,
    async (page) => {
      expect(await mainText(page)).toContain(words);
    },
    { javaScriptEnabled: false },
  );
});

test('four events fit a phone, each answer under the event that it is of', async () => {
  await visit(
    `${BOTH}~2020-12-12-kabul-rockets~2018-08-21-kabul-eid-mortars`,
    async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      const label = await page
        .locator('tr#killed td')
        .nth(1)
        .evaluate((cell) => getComputedStyle(cell, '::before').content);
      expect(label).toMatch(/^"B: /);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('a changed id is followed, and the page says since when', async () => {
  const from = REDIRECTS.find(({ type }) => type === 'event')?.from ?? '';
  const answer = await fetch(`${doctored.origin}/compare?ids=${from}~${JULY}`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('has another id since');
  expect(html).toContain('Question by question');
});
