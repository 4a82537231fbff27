import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { visitPage } from './visit.ts';
import type { PageWatch } from './watch.ts';

const origin = inject('origin');
const EVENT = '2020-11-21-kabul-rockets';
const SOURCE = 'dawn-2020-11-21';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page as the server renders it; with scripts where `options` say so. */
const visit = (
  path: string,
  steps: (page: Page, watch: PageWatch) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => visitPage(browser, `${origin}${path}`, steps, { javaScriptEnabled: false, ...options });

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('from event to passage, %o', (options) => {
  test('a claim is followed from its event to its passage, and from there to its document', async () => {
    await visit(
      `/events/${EVENT}`,
      async (page) => {
        const link = page.locator(`main a[href="/claims/${SOURCE}/blame"]`);
        const href = await link.first().getAttribute('href');
        await page.goto(`${origin}${href ?? ''}`);
        const evidence = page.locator('#evidence');
        expect(await evidence.textContent()).toMatch(/¶\s*\d+\s*characters \d+–\d+\s*[0-9a-f]{64}/);
        await evidence.getByText('Verify it yourself').click();
        expect(await evidence.locator('pre').isVisible()).toBe(true);
        await evidence.locator(`a[href="/sources/${SOURCE}"]`).click();
        await page.waitForURL(`${origin}/sources/${SOURCE}`);
      },
      options,
    );
  });
});

test('a source shows its claims in the order of the document', async () => {
  await visit(`/sources/${SOURCE}`, async (page) => {
    const passages = await page.locator('#claims tbody tr td:first-child').allTextContents();
    const firsts = passages.map((text) => {
      const [, paragraph = '', start = ''] = /¶\s*(\d+)\s*(\d+)–/.exec(text) ?? [];
      return Number(paragraph) * 100_000 + Number(start);
    });
    expect(firsts.length).toBeGreaterThan(20);
    expect(firsts).not.toContain(Number.NaN);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });
});

test.each([
  '/claims/nobody/nothing',
  '/sources/nothing',
  '/actors/nobody',
  '/places/nowhere',
  '/events/never/cite.bib',
])('%s is not found', async (path) => {
  const response = await fetch(`${origin}${path}`);
  expect(response.status).toBe(404);
});

test('names in other scripts say so', async () => {
  await visit('/places/kabul', async (page) => {
    const name = page.locator('main [lang="fa"][dir="rtl"]');
    expect(await name.first().textContent()).toBe('کابل');
  });
});

test('a place is a ring on a map, with its radius in words', async () => {
  await visit('/places/kabul', async (page) => {
    const map = page.getByRole('img', {
      name: /^Map of .*Afghanistan: Kabul, within 15 km\. No exact point is shown\.$/,
    });
    expect(await map.locator('circle').count()).toBe(1);
  });
});

test('the as-of date stays in every link of a record', async () => {
  await visit('/actors/taliban?asOf=2020-11-30', async (page) => {
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !href.includes('asOf=2020-11-30'))).toEqual([]);
  });
});

describe('citations', () => {
  test('files name the state of the ledger and the date', async () => {
    const { datasets } = (await (await fetch(`${origin}/api/v1/release`)).json()) as {
      datasets: { id: string; digest: string }[];
    };
    const digest = datasets.find(({ id }) => id === 'curated')?.digest ?? 'none';
    const bib = await fetch(`${origin}/events/${EVENT}/cite.bib?asOf=2020-11-21`);
    expect(bib.headers.get('content-type')).toBe('application/x-bibtex; charset=utf-8');
    expect(bib.headers.get('content-disposition')).toBe(`attachment; filename="counterclaim-${EVENT}.bib"`);
    const text = await bib.text();
    // The release stands between, where the records are as they were released.
    expect(text).toMatch(new RegExp(`As known by 2020-11-21; ledger curated, .*sha256 ${digest}`));
    expect(text).toContain(`url = {${origin}/events/${EVENT}?asOf=2020-11-21}`);
    const ris = await fetch(`${origin}/claims/${SOURCE}/blame/cite.ris`);
    expect(ris.headers.get('content-type')).toBe('application/x-research-info-systems; charset=utf-8');
    expect(await ris.text()).toMatch(/^TY {2}- ELEC\r\n[^]*\r\nER {2}- \r\n$/);
  });

  test.each([
    ['/events', '?place=kabul&status=contested', /Events, Place: Kabul; .*contested/i],
    ['/compare', '?ids=2020-11-21-kabul-rockets~2021-07-20-kabul-palace-rockets', /Comparison of Rockets on Kabul/],
    ['/actors/taliban', '', /Taliban: claims and events/],
    ['/places/kabul', '', /Kabul: events there/],
  ])('%s is cited as it is seen, as of its date', async (path, query, title) => {
    const search = `${query}${query === '' ? '?' : '&'}asOf=2021-07-21`;
    await visit(`${path}${search}`, async (page) => {
      const text = (await page.locator('#cite .selectable').textContent()) ?? '';
      expect(text).toMatch(title);
      expect(text).toContain('As known by 21 July 2021.');
      expect(text.endsWith(`${origin}${path}${search}`)).toBe(true);
    });
    for (const [format, line] of [
      ['bib', `  url = {${origin}${path}${search}},`],
      ['ris', `UR  - ${origin}${path}${search}`],
    ] as const) {
      const file = await fetch(`${origin}${path}/cite.${format}${search}`);
      expect(file.status).toBe(200);
      expect((await file.text()).split(/\r?\n/)).toContain(line);
    }
  });

  test('another format is not found', async () => {
    expect((await fetch(`${origin}/events/${EVENT}/cite.pdf`)).status).toBe(404);
  });

  test('the text can be copied, and selected without JavaScript', async () => {
    await visit(
      `/claims/${SOURCE}/blame`,
      async (page) => {
        await page.getByRole('button', { name: 'Copy BibTeX' }).click();
        await page.getByText('Copied').first().waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(await page.locator('#cite pre').textContent());
      },
      { javaScriptEnabled: true, permissions: ['clipboard-read', 'clipboard-write'] },
    );
    await visit(`/claims/${SOURCE}/blame`, async (page) => {
      expect(await page.locator('#cite button:visible').count()).toBe(0);
      expect(await page.locator('#cite pre').textContent()).toContain('@misc{counterclaim:');
    });
  });
});

test('a list of records is searched without JavaScript', async () => {
  await visit('/actors', async (page) => {
    await page.getByRole('searchbox').fill('طالبان');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/q=/);
    expect(await page.locator('main tbody th').allTextContents()).toEqual(expect.arrayContaining(['Taliban']));
  });
});
