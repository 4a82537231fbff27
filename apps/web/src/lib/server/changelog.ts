import { createClient, type ListedReleaseAnswer } from '@counterclaim/api/client';
import { renderMarkdown } from '../../../markdown.ts';

const NAME = 'CHANGELOG.md';

/** What a release changed, as HTML; `undefined` where this server does not have it. What stands in it is the ledger's own text, escaped. */
export async function changelogOf(
  { version, files }: ListedReleaseAnswer,
  fetch: typeof globalThis.fetch,
): Promise<string | undefined> {
  if (!files.some(({ name, available }) => name === NAME && available)) return undefined;
  const response = await fetch(createClient().releaseFileUrl(version, NAME));
  return response.ok ? renderMarkdown(await response.text()).html : undefined;
}
