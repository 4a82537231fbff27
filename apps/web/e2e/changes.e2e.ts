import type { ChangeList, EventList, ReleaseList } from '@counterclaim/api/client';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { CLAIM_OF_RETRACTED_SOURCE, CORRECTED_CLAIM, EVENT, reasonFor, REDIRECTS, RETRACTED } from './doctored.ts';
import { visitPage } from './visit.ts';

const doctored = inject('doctored');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page as the server renders it; with scripts where `options` say so. */
const visit = (
  path: string,
  steps: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => visitPage(browser, `${doctored.origin}${path}`, steps, { javaScriptEnabled: false, ...options });

const textOf = async (page: Page, selector: string): Promise<string> =>
  ((await page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();

describe('the changes', () => {
  test('come by day, latest first, in words and with names', async () => {
    await visit('/changes', async (page) => {
      const days = await page
        .locator('section h2 time')
        .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
      expect(days.slice(0, 5)).toEqual(['2026-12-05', '2026-12-04', '2026-12-03', '2026-12-02', '2026-12-01']);
      expect(days).toEqual([...days].sort().reverse());
      const third = await textOf(page, 'section[aria-labelledby="day-2026-12-03"] li');
      expect(third).toMatch(/^Corrected the claimant of the claim .+ was Ministry of Interior Affairs of Afghanistan/);
      expect(third).toContain('is now Tariq Arian, spokesman, Ministry of Interior Affairs');
      expect(third).toContain(reasonFor('claimant corrected'));
      expect(await textOf(page, 'section[aria-labelledby="day-2026-12-01"] li')).toContain('was 7 is now 8');
      const second = await textOf(page, 'section[aria-labelledby="day-2026-12-02"] li');
      expect(second).toContain('Corrected the date of publication of the source');
      expect(second).toContain('was nothing is now 21 November 2020');
      const claim = page.locator(`section[aria-labelledby="day-2026-12-03"] a[href="/claims/${CORRECTED_CLAIM}"]`);
      expect(await claim.count()).toBe(1);
    });
  });

  test('are cut into pages, none told twice or left out, the releases among them', async () => {
    const seen: string[] = [];
    const releases: string[] = [];
    const next: string[] = ['/changes'];
    for (let path = next.shift(); path !== undefined; path = next.shift()) {
      await visit(path, async (page) => {
        seen.push(...(await page.locator('section li[id]').evaluateAll((all) => all.map(({ id }) => id))));
        releases.push(...(await page.locator('section li a[href^="/data/"]').allTextContents()));
        const older = await page.locator('.paging a', { hasText: 'Older changes' }).all();
        for (const link of older) next.push((await link.getAttribute('href')) ?? '');
      });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(doctored.changes);
    expect(seen.length).toBeGreaterThan(50);
    const { items } = (await (await fetch(`${doctored.origin}/api/v1/releases`)).json()) as ReleaseList;
    expect(releases).toEqual(items.map(({ version }) => version));
  });

  test('of one event leave out the others', async () => {
    await visit(`/changes?event=${EVENT}`, async (page) => {
      expect(await textOf(page, '.head')).toContain('Only what touches Rockets on Kabul');
      expect(await page.locator('section li[id]').count()).toBeGreaterThan(5);
      expect(await page.locator(`section li[id^="event:${RETRACTED.event}:"]`).count()).toBe(0);
    });
    const old = await fetch(`${doctored.origin}/changes?event=rockets-of-november`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([308, `/changes?event=${EVENT}`]);
    expect((await fetch(`${doctored.origin}/changes?event=nothing`)).status).toBe(404);
  });

  test('are a feed as well, whole and of an event', async () => {
    for (const path of ['/changes.atom', `/events/${EVENT}/changes.atom`]) {
      const response = await fetch(doctored.origin + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
      const feed = await response.text();
      expect(feed).toContain(reasonFor('claim taken back'));
      const tag = response.headers.get('etag') ?? '';
      const again = await fetch(doctored.origin + path, { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
    }
    const ofEvent = await (await fetch(`${doctored.origin}/events/${EVENT}/changes.atom`)).text();
    expect(ofEvent).not.toContain(reasonFor('event taken back'));
    expect((await fetch(`${doctored.origin}/events/nothing/changes.atom`)).status).toBe(404);
    expect((await fetch(`${doctored.origin}/changes.atom?cursor=nonsense`)).status).toBe(400);
    const old = await fetch(`${doctored.origin}/events/rockets-of-november/changes.atom`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([308, `/events/${EVENT}/changes.atom`]);
  });

  test('are linked as feeds', async () => {
    const alternate = 'link[rel=alternate][type="application/atom+xml"]';
    await visit('/changes', async (page) => {
      expect(await page.locator(alternate).getAttribute('href')).toBe('/changes.atom');
    });
    await visit(`/events/${EVENT}`, async (page) => {
      expect(await page.locator(alternate).getAttribute('href')).toBe(`/events/${EVENT}/changes.atom`);
    });
  });
});

describe('an id that is no longer used', () => {
  const address = (type: string, id: string): string => `/${type}s/${id}`;

  test.each(REDIRECTS.map(({ type, from, to }) => [type, from, to] as const))(
    'of %s %s leads to %s for good, and the page says why',
    async (type, from, to) => {
      const response = await fetch(`${doctored.origin}${address(type, from)}?asOf=2021-08-31`, { redirect: 'manual' });
      const location = `${address(type, to)}?asOf=2021-08-31&from=${from}`;
      expect([response.status, response.headers.get('location')]).toEqual([308, location]);
      await visit(location, async (page) => {
        const note = await textOf(page, 'aside[aria-label="Moved"]');
        expect(note).toContain(`You asked for ${from}, which leads here since 4 December 2026.`);
        expect(note).toContain(reasonFor(`${type} renamed`));
      });
      await visit(address(type, to), async (page) => {
        expect(await page.locator('aside[aria-label="Moved"]').count()).toBe(0);
      });
    },
  );

  test('of a document leads its claims and files along', async () => {
    const claim = await fetch(`${doctored.origin}/claims/the-dawn-2020-11-21/blame`, { redirect: 'manual' });
    expect(claim.headers.get('location')).toBe('/claims/dawn-2020-11-21/blame?from=the-dawn-2020-11-21/blame');
    const file = await fetch(`${doctored.origin}/sources/the-dawn-2020-11-21/cite.bib`, { redirect: 'manual' });
    expect(file.headers.get('location')).toBe('/sources/dawn-2020-11-21/cite.bib');
    expect(await (await fetch(`${doctored.origin}/sources/the-dawn-2020-11-21/cite.bib`)).text()).toContain('@misc{');
  });

  test('is followed without loading the page anew', async () => {
    await visit(
      '/actors/taliban',
      async (page) => {
        await page.evaluate(() => {
          document.querySelector('main a')?.setAttribute('href', '/actors/taleban');
        });
        await page.locator('main a').first().click();
        await page.locator('aside[aria-label="Moved"]').waitFor();
        expect(new URL(page.url()).pathname).toBe('/actors/taliban');
      },
      { javaScriptEnabled: true },
    );
  });

  test('that never was, or is made up in the address, leads nowhere and says nothing', async () => {
    expect((await fetch(`${doctored.origin}/events/never-was`)).status).toBe(404);
    await visit(`/events/${EVENT}?from=taleban`, async (page) => {
      expect(await page.locator('aside[aria-label="Moved"]').count()).toBe(0);
    });
  });
});

describe('what was taken back', () => {
  test.each(Object.entries(RETRACTED))('%s %s stays at its address, and says when and why', async (type, id) => {
    await visit(`/${type}s/${id}`, async (page) => {
      const stone = await textOf(page, 'aside[aria-label="Taken back"]');
      expect(stone).toContain(`The ledger took this ${type} back on 5 December 2026.`);
      expect(stone).toContain(reasonFor(`${type} taken back`));
      // Readable below, and paler than what stands.
      expect(await page.locator('main .dimmed h1').isVisible()).toBe(true);
      expect(
        await page.locator('main aside[aria-label="Taken back"]').evaluate((stone) => stone.closest('.dimmed')),
      ).toBeNull();
    });
  });

  test('is in no list', async () => {
    await visit('/events?date=2020-11-17..2020-11-17', async (page) => {
      expect(await page.locator(`main a[href^="/events/${RETRACTED.event}"]`).count()).toBe(0);
    });
    await visit(`/actors?q=${RETRACTED.actor}`, async (page) => {
      expect(await page.locator(`main a[href="/actors/${RETRACTED.actor}"]`).count()).toBe(0);
    });
  });

  test('with its document, a claim says so', async () => {
    await visit(`/claims/${CLAIM_OF_RETRACTED_SOURCE}`, async (page) => {
      const stone = await textOf(page, 'aside[aria-label="Taken back"]');
      expect(stone).toContain('The ledger took the document of this claim back on 5 December 2026.');
      expect(await textOf(page, 'main dl')).toContain('it was taken back');
      expect(await textOf(page, '#answers')).toContain('Nothing any more');
      expect(await textOf(page, '#cite')).toContain('Retracted by the ledger on 5 December 2026.');
    });
  });

  test('is said in the citation', async () => {
    await visit(`/events/${RETRACTED.event}`, async (page) => {
      const cite = await textOf(page, '#cite');
      expect(cite).toContain('The ledger took this record back on 5 December 2026.');
      expect(cite).toContain('Retracted by the ledger on 5 December 2026.');
    });
    const ris = await (await fetch(`${doctored.origin}/claims/${RETRACTED.claim}/cite.ris`)).text();
    expect(ris).toContain(`Retracted by the ledger on 2026-12-05: ${reasonFor('claim taken back')}`);
  });
});

describe('the event’s page', () => {
  const path = `/events/${EVENT}`;

  test('shows a retracted claim apart, and nowhere else', async () => {
    const link = `a[href="/claims/${RETRACTED.claim}"]`;
    // As it was before: the same page of the records that nobody doctored.
    const before = await fetch(`${inject('origin')}${path}`);
    expect((await before.text()).split(`href="/claims/${RETRACTED.claim}"`).length).toBeGreaterThan(1);
    await visit(path, async (page) => {
      const all = await page.locator(`main ${link}`).count();
      const apart = await page.locator(`#history .ledger ${link}`).count();
      expect(all).toBe(apart);
      expect(await textOf(page, '#history .ledger')).toContain('2 claims that the ledger took back');
      expect(await page.locator(`#history .ledger a[href="/claims/${CLAIM_OF_RETRACTED_SOURCE}"]`).count()).toBe(1);
    });
  });

  test('tells what the ledger put right apart from what claimants revised', async () => {
    await visit(path, async (page) => {
      const ledger = page.locator('#history .ledger');
      const changes = await ledger.locator('ol > li').allTextContents();
      expect(changes.length).toBe(20);
      expect(changes.join(' ').replaceAll(/\s+/g, ' ')).toContain('was 7 is now 8');
      expect(changes.join(' ')).toContain(reasonFor('event renamed'));
      expect(await page.locator('#history table .ledger, #history .ledger table').count()).toBe(0);
      expect(await page.locator('#history table').textContent()).not.toContain('Made up for a test');
      await ledger.getByRole('link', { name: 'All changes that touch this event' }).click();
      await page.waitForURL(`${doctored.origin}/changes?event=${EVENT}`);
    });
  });

  test('of an event that nothing was corrected of says so, and so does its list of changes', async () => {
    const api = async <Answer>(address: string): Promise<Answer> =>
      (await (await fetch(doctored.origin + address)).json()) as Answer;
    const { items } = await api<EventList>('/api/v1/events?limit=100');
    const untouched: string[] = [];
    for (const { id } of items) {
      if ((await api<ChangeList>(`/api/v1/changes?event=${id}`)).items.length === 0) untouched.push(id);
    }
    expect(untouched).not.toEqual([]);
    await visit(`/events/${untouched[0] ?? ''}`, async (page) => {
      expect(await textOf(page, '#history .ledger')).toContain('Nothing so far.');
    });
    await visit(`/changes?event=${untouched[0] ?? ''}`, async (page) => {
      expect(await textOf(page, 'main')).toContain(
        'No record that touches this event has been corrected, taken back or renamed yet.',
      );
    });
  });
});

test('a corrected claim bears a mark that leads to its corrections', async () => {
  await visit(`/claims/${CORRECTED_CLAIM}`, async (page) => {
    const mark = page.getByRole('link', { name: 'Corrected 2 times, last on 3 December 2026' });
    expect(await mark.getAttribute('href')).toBe('#corrections');
    const corrections = await page.locator('#corrections li').allTextContents();
    expect(corrections.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/1 December 2026.+the number.+was 7 is now 8/),
      expect.stringMatching(/3 December 2026.+the claimant/),
    ]);
  });
  await visit('/claims/dawn-2020-11-21/fired-23', async (page) => {
    expect(await page.locator('#corrections').count()).toBe(0);
  });
});

test.each([
  '/changes',
  // A small event, of a document that was corrected.
  '/events/2020-11-20-us-doha-meeting',
  `/events/${RETRACTED.event}`,
  `/claims/${RETRACTED.claim}`,
  `/claims/${CORRECTED_CLAIM}`,
  `/sources/${RETRACTED.source}`,
  `/actors/${RETRACTED.actor}`,
  `/places/${RETRACTED.place}`,
])('%s is accessible in light, dark and on a phone', async (path) => {
  await visit(path, expectAccessible, { javaScriptEnabled: true, reducedMotion: 'reduce' });
});
