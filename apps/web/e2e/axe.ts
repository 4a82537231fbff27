import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules that look at colours: the others find the same in every colour scheme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 AA and its own best practices: rule, place and remedy, one line each.
 *
 * The rules come into a document once, and are run and reported in the page itself: to bring them along with every run, and to
 * put results together in a second page, takes longer than to run them.
 *
 * @param rules Which are run; all, if left out.
 * @throws when the page has frames, which would not be looked into
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const frames = page.frames().length;
  if (frames !== 1)
    throw new Error(`${page.url()} has ${String(frames - 1)} frames: axe would look into none of them.`);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(axe, 'utf8'));
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
  };
  return page.evaluate(async (options) => {
    const { run } = (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe;
    const { violations } = await run(options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} ${target.join(' ')} ${failureSummary}`),
    );
  }, options);
}

const WIDE = { width: 1280, height: 900 };
/** As narrow as phones are. */
const PHONE = { width: 360, height: 780 };

/**
 * Fails unless axe finds nothing and the page is no wider than its window, with all that can be opened open: in light, in
 * dark, and in dark on a phone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const [colorScheme, size, rules] of [
    ['light', WIDE, undefined],
    ['dark', WIDE, OF_COLOURS],
    ['dark', PHONE, undefined],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    expect(await axeViolations(page, rules), `${colorScheme}, ${String(size.width)} pixels`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
}
