import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type PageWatch, watchPage } from './watch.ts';

/**
 * Opens a page of its own, runs the steps, and fails on anything that a good page never does.
 *
 * @param address Where the page begins; it may ask nobody else.
 */
export async function visitPage(
  browser: Browser,
  address: string,
  steps: (page: Page, watch: PageWatch) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const watch = await watchPage(page, new URL(address).origin);
    await page.goto(address, { waitUntil: options.javaScriptEnabled === false ? 'load' : 'networkidle' });
    await steps(page, watch);
    watch.expectClean();
  } finally {
    await context.close();
  }
}
