import { type Client, type DocumentAnswer, ProblemError } from '@counterclaim/api/client';

/** Whether the operator holds a document's text; where there is one that cannot be shown, why. */
export type HeldDocument =
  | { readonly state: 'held'; readonly document: DocumentAnswer }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'absent' };

/** Asks for the text of a source. A page is complete without it, so that nothing that goes wrong here keeps it from its readers. */
export async function heldDocument(api: Client, source: string): Promise<HeldDocument> {
  try {
    return { state: 'held', document: await api.document(source) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.status === 404 ? { state: 'absent' } : { state: 'failed', reason: error.message };
  }
}

/** Headers of a page that shows a text: nobody keeps it, no search engine lists it. */
export const TEXT_HEADERS = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' } as const;
