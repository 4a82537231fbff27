import { normaliseText, paragraphsOf } from '@counterclaim/domain';
import { sha256 } from '../sha256.ts';

/** A document's text that somebody holds, in the form in which positions and digests are taken of it. */
export interface HeldText {
  /** What a source's `textDigest` must be. */
  readonly digest: string;
  /** Paragraph n is at index n − 1. */
  readonly paragraphs: readonly string[];
  /** On which line of the text as it was received each paragraph begins, from 1. */
  readonly lines: readonly number[];
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Normalising takes no line away but blank ones around the text, so that lines can be counted before it. */
const beginnings = (received: string): number[] =>
  received
    .split(/\r\n?|\n/)
    .flatMap((line, index, lines) => (!isBlank(line) && isBlank(lines[index - 1]) ? [index + 1] : []));

/** @param received The text as it was received; it is normalised here. */
export function heldText(received: string): HeldText {
  const normalised = normaliseText(received);
  return { digest: sha256(normalised), paragraphs: paragraphsOf(normalised), lines: beginnings(received) };
}
