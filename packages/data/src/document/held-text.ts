import { normaliseText, paragraphsOf } from '@counterclaim/domain';
import { sha256 } from '../sha256.ts';

/** A document's text that somebody holds, in the form in which positions and digests are taken of it. */
export interface HeldText {
  /** What a source's `textDigest` must be. */
  readonly digest: string;
  /** Paragraph n is at index n − 1. */
  readonly paragraphs: readonly string[];
}

/** @param received The text as it was received; it is normalised here. */
export function heldText(received: string): HeldText {
  const normalised = normaliseText(received);
  return { digest: sha256(normalised), paragraphs: paragraphsOf(normalised) };
}
