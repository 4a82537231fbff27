import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { parseCsv } from './csv.ts';
import { visitPage } from './visit.ts';

const origin = inject('origin');
const NOVEMBER = '/events/2020-11-21-kabul-rockets';
const JULY = '/events/2021-07-20-kabul-palace-rockets';
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

const figure = async (page: Page, what: string): Promise<number> => {
  const text = await page.getByRole('list', { name: 'What this rests on' }).getByText(what).textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
};

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('an event, %o', (options) => {
  test('says in one sentence what is said, and each line of the contents leads to its section', async () => {
    await visit(
      NOVEMBER,
      async (page) => {
        const main = await page.getByRole('main').textContent();
        expect(main).toContain('Current statements give 8–10 killed and 31–51 injured.');
        expect(main).toMatch(/Claimed by Islamic State; .*accused the Taliban, who denied it[.;]/);
        const targets = await page
          .getByRole('navigation', { name: 'On this page' })
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(targets).toEqual(
          expect.arrayContaining([
            '#claims',
            '#toll',
            '#munitions',
            '#where',
            '#provenance',
            '#sources',
            '#history',
            '#cite',
          ]),
        );
        for (const target of targets) expect(await page.locator(target).count()).toBe(1);
      },
      options,
    );
  });

  test('who said what opens to the passage, and leads to the claim', async () => {
    await visit(
      NOVEMBER,
      async (page) => {
        const cell = page.locator('#claims').getByRole('row', { name: /^Taliban/ });
        const passage = cell.getByText(/Dawn, ¶\d+, code points \d+–\d+/).first();
        expect(await passage.isVisible()).toBe(false);
        await cell.getByText('What was said').click();
        expect(await passage.isVisible()).toBe(true);
        await cell
          .getByRole('link', { name: /^The claim/ })
          .first()
          .click();
        await page.waitForURL(/\/claims\/dawn-2020-11-21\//);
      },
      options,
    );
  });

  test('as of a day before anything was known: a banner, nothing drawn, the pending counted; and back', async () => {
    await visit(
      NOVEMBER,
      async (page) => {
        await page.getByText('Another day').click();
        await page.getByLabel('End of day, UTC').fill('2020-11-20');
        await page.getByRole('button', { name: 'Show' }).last().click();
        await page.waitForURL(`${origin}${NOVEMBER}?asOf=2020-11-20`);
        expect(await page.getByRole('complementary', { name: 'As-of date' }).isVisible()).toBe(true);
        expect(await page.locator('#toll').count()).toBe(0);
        expect(await figure(page, 'claims')).toBe(0);
        await page.getByRole('link', { name: 'Show what is known now' }).click();
        await page.waitForURL(`${origin}${NOVEMBER}`);
      },
      options,
    );
  });

  test('as of a moment at which something changed', async () => {
    await visit(
      JULY,
      async (page) => {
        const latest = await figure(page, 'claims');
        const moments = page.locator('#as-of option');
        const first = (await moments.last().getAttribute('value')) ?? '';
        await page.getByLabel('As of', { exact: true }).selectOption(first);
        await page.getByRole('button', { name: 'Show' }).first().click();
        await page.waitForURL((url) => url.searchParams.get('asOf') === first);
        expect(await figure(page, 'claims')).toBeLessThan(latest);
        expect(await page.locator('#as-of').inputValue()).toBe(first);
        await page.getByLabel('As of', { exact: true }).selectOption('');
        await page.getByRole('button', { name: 'Show' }).first().click();
        await page.waitForURL(`${origin}${JULY}`);
      },
      options,
    );
  });

  test('the downloads hold what the page counts', async () => {
    await visit(
      JULY,
      async (page) => {
        const claims = await figure(page, 'claims');
        const csv = await page.getByRole('link', { name: 'CSV of its claims' }).getAttribute('href');
        const rows = parseCsv(await (await fetch(`${origin}${csv ?? ''}`)).text());
        expect(rows).toHaveLength(claims);
        const json = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href');
        const answer = (await (await fetch(`${origin}${json ?? ''}`)).json()) as { claims: unknown[] };
        expect(answer.claims).toHaveLength(claims);
      },
      options,
    );
  });
});

test('zero is drawn as a zero, with its word', async () => {
  await visit(JULY, async (page) => {
    const toll = page.locator('#toll');
    expect(await toll.locator('svg[role=img] rect.zero-mark').count()).toBe(2);
    expect(await toll.getByText('0 none').count()).toBeGreaterThan(0);
  });
});

test('badges lead to the rule that they follow from', async () => {
  await visit(JULY, async (page) => {
    await page.getByRole('link', { name: 'Eid ceasefire disputed' }).click();
    await page.waitForURL(`${origin}/methods#agreement.disputed`);
    expect(await page.locator('[id="agreement.disputed"]').count()).toBe(1);
  });
});

test('on a phone the contents are a menu that closes when a section is chosen', async () => {
  await visit(
    NOVEMBER,
    async (page) => {
      const menu = page.locator('details[data-menu]');
      await menu.getByText('On this page').click();
      await menu.getByRole('link', { name: 'Sources' }).click();
      expect(new URL(page.url()).hash).toBe('#sources');
      expect(await menu.evaluate((element: HTMLDetailsElement) => element.open)).toBe(false);
    },
    { viewport: { width: 390, height: 844 } },
  );
});
