import type { Page } from 'playwright-core';

export interface PageWatch {
  /** What went wrong so far: CSP reports, errors in the console or in a script, requests to another host. */
  readonly problems: readonly string[];
  /** Throws with all problems, if there are any. */
  readonly expectClean: () => void;
}

/**
 * Collects what a good page never does. Call it before the first navigation.
 * @param origin the only place that the page may ask
 */
export async function watchPage(page: Page, origin: string): Promise<PageWatch> {
  const problems: string[] = [];
  await page.exposeBinding('reportViolation', (_source, report: string) => {
    problems.push(`CSP report: ${report}`);
  });
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = `${effectiveDirective} blocked ${blockedURI} (${sourceFile}:${String(lineNumber)})`;
        (globalThis as unknown as { reportViolation: (report: string) => void }).reportViolation(report);
      },
    );
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const local = protocol === 'data:' || protocol === 'blob:' || protocol === 'about:';
    if (!local && asked !== origin) problems.push(`request to another host: ${request.url()}`);
  });
  return {
    problems,
    expectClean() {
      if (problems.length > 0) throw new Error(`The page did what a good page never does:\n${problems.join('\n')}`);
    },
  };
}
