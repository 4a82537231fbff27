import type { Page } from 'playwright-core';

interface Observed {
  gesture: Promise<Rest>;
  longTasks: number[];
  idleAt: number;
}

/** Runs in the page before its scripts: notes long tasks, and when the map first comes to rest. */
export function observe(): void {
  const observed = window as unknown as Observed;
  observed.longTasks = [];
  observed.idleAt = NaN;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) observed.longTasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  const watching = setInterval(() => {
    if (document.querySelector('.map.ready[aria-busy=false]') === null) return;
    observed.idleAt = performance.now();
    clearInterval(watching);
  }, 4);
}

/** Milliseconds from an input event until all that followed from it is there. */
export interface Rest {
  /** The map is drawn, and the counts are there: what the columns answer. */
  readonly answered: number;
  /** The list is there too, which the server answers. */
  readonly shown: number;
}

/** Does something, and tells how long it took the page to come to rest. */
export async function toRest(page: Page, input: string, act: () => Promise<void>): Promise<Rest> {
  await page.evaluate((name) => {
    (window as unknown as Observed).gesture = new Promise((resolve, reject) => {
      const map = document.querySelector('.map.ready');
      if (map === null) throw new Error('there is no map');
      const isBusy = (selector: string): boolean => document.querySelector(`${selector}[aria-busy=true]`) !== null;
      let began = NaN;
      addEventListener(
        name,
        () => {
          began = performance.now();
        },
        { once: true, capture: true },
      );
      const late = setTimeout(() => {
        reject(new Error(`nothing came of ${name}`));
      }, 20_000);
      let moves = false;
      let answered = NaN;
      const observer = new MutationObserver(() => {
        moves ||= map.ariaBusy === 'true' && !Number.isNaN(began);
        if (!moves) return;
        if (Number.isNaN(answered) && !isBusy('.map') && !isBusy('main .rail')) answered = performance.now() - began;
        if (Number.isNaN(answered) || isBusy('main ')) return;
        observer.disconnect();
        clearTimeout(late);
        resolve({ answered, shown: performance.now() - began });
      });
      observer.observe(document, { subtree: true, attributeFilter: ['aria-busy'] });
    });
  }, input);
  await act();
  return page.evaluate(() => (window as unknown as Observed).gesture);
}

/** Waits until the page has come that a gesture asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
}

/** Milliseconds of the tasks that held up the page since it was asked last. */
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const observed = window as unknown as Observed;
    const tasks = observed.longTasks;
    observed.longTasks = [];
    return tasks;
  });

/** When the map first came to rest, and when the last of its code was there, in milliseconds of the page. */
export const firstRest = (page: Page): Promise<{ readonly code: number; readonly rest: number }> =>
  page.evaluate(() => ({
    code: Math.max(
      ...performance
        .getEntriesByType('resource')
        .filter((entry) => (entry as PerformanceResourceTiming).decodedBodySize > 400_000 && entry.name.endsWith('.js'))
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd),
    ),
    rest: (window as unknown as Observed).idleAt,
  }));

/** Bytes of the page's heap, after what nobody needs is gone. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
