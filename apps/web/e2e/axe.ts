import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * What axe finds against WCAG 2.2 AA and its own best practices: rule, place and remedy, one line each.
 *
 * The rules are run and reported in the page itself, and what they pass is not reported. Otherwise every element with every
 * check goes through this process into a second page that puts frames together, which takes several times as long.
 *
 * @throws when the page has frames, which would not be looked into
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const frames = page.frames().length;
  if (frames !== 1)
    throw new Error(`${page.url()} has ${String(frames - 1)} frames: axe looks into none in legacy mode.`);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} ${target.join(' ')} ${failureSummary}`),
  );
}

const WIDE = { width: 1280, height: 900 };
/** As narrow as phones are. */
const PHONE = { width: 360, height: 780 };

/** Fails unless axe finds nothing and the page is no wider than its window: in light, in dark, and in light on a phone. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [colorScheme, size] of [
    ['light', WIDE],
    ['dark', WIDE],
    ['light', PHONE],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    expect(await axeViolations(page), `${colorScheme}, ${String(size.width)} pixels`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
}
