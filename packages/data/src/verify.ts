import { codePointLength, normaliseText, paragraphsOf, type Passage, passageText } from '@counterclaim/domain';
import type { Field } from './field.ts';
import { sha256 } from './passage.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { Records } from './records.ts';

/** What came of holding the records against the documents they were coded from. */
export interface Verification {
  /** Every digest and position that does not match, sorted by place. */
  readonly problems: readonly Problem[];
  /** Passages that are there, word for word. */
  readonly passages: number;
  /** Passages that were looked up. */
  readonly passagesRead: number;
  /** Sources whose text was there. */
  readonly texts: number;
  /** Sources that state a digest or cite passages, but whose text is not there. */
  readonly missing: readonly string[];
}

/** Where in a document words with a digest stand, wherever a passage of that length begins. */
function findDigest(paragraphs: readonly string[], length: number, digest: string): Passage | null {
  if (length < 1) return null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const points = Array.from(paragraph);
    for (let start = 0; start + length <= points.length; start += 1) {
      if (sha256(points.slice(start, start + length).join('')) === digest) {
        return { paragraph: index + 1, start, end: start + length, sha256: digest };
      }
    }
  }
  return null;
}

/** What is wrong with one passage, or `null` when the document has it. */
function mismatch(found: Field, paragraphs: readonly string[]): { what: string; remedy: string; field: Field } | null {
  const [paragraph, start, end] = [found.get('paragraph'), found.get('start'), found.get('end')];
  const digest = found.get('sha256');
  if (
    paragraph.number === undefined ||
    start.number === undefined ||
    end.number === undefined ||
    digest.text === undefined
  ) {
    return { what: 'the passage is incomplete', remedy: 'run counterclaim check', field: found };
  }
  const text = paragraphs[paragraph.number - 1];
  const words = text === undefined ? null : passageText(text, start.number, end.number);
  if (words !== null && sha256(words) === digest.text) return null;
  const elsewhere = findDigest(paragraphs, end.number - start.number, digest.text);
  const remedy =
    elsewhere === null
      ? 'find the words with counterclaim passage'
      : `the words stand at paragraph: ${elsewhere.paragraph}, start: ${elsewhere.start}, end: ${elsewhere.end}: write that`;
  if (text === undefined) {
    const what = `expected ${paragraph.number} paragraphs or more, the text has ${paragraphs.length}`;
    return { what, remedy, field: paragraph };
  }
  if (words === null) {
    const length = codePointLength(text);
    const what = `expected paragraph ${paragraph.number} to reach ${end.number}, it has ${length} code points`;
    return { what, remedy, field: end };
  }
  return { what: `expected sha256 ${digest.text}, found ${sha256(words)}`, remedy, field: digest };
}

/**
 * Recomputes the digest of every source's text, and the position and digest of every passage of its claims.
 *
 * @param textOf The text of a source as it was received, or `undefined` where nobody holds it.
 */
export function verify(records: Records, textOf: (source: string) => string | undefined): Verification {
  const problems: Problem[] = [];
  const missing: string[] = [];
  let passages = 0;
  let passagesRead = 0;
  let texts = 0;
  const report = (field: Field, rule: string, what: string, remedy: string): void => {
    problems.push({ file: field.file.file, ...field.file.locate(field.path), rule, what, remedy });
  };
  for (const source of records.of('sources')) {
    const cited = source.get('claims').items.flatMap((claim) => claim.get('evidence').get('passages').items);
    const textDigest = source.get('textDigest');
    if (cited.length === 0 && !textDigest.exists) continue;
    const text = textOf(source.file.id);
    if (text === undefined) {
      missing.push(source.file.id);
      continue;
    }
    texts += 1;
    const normalised = normaliseText(text);
    const found = sha256(normalised);
    if (textDigest.exists && textDigest.text !== found) {
      const remedy = `write textDigest: ${found} if this is the text that was coded, or put that text in its place`;
      report(textDigest, 'text', `expected sha256 ${String(textDigest.value)}, found ${found}`, remedy);
    }
    const paragraphs = paragraphsOf(normalised);
    for (const passage of cited) {
      passagesRead += 1;
      const wrong = mismatch(passage, paragraphs);
      if (wrong === null) passages += 1;
      else report(wrong.field, 'passage', wrong.what, wrong.remedy);
    }
  }
  return { problems: problems.sort(compareProblems), passages, passagesRead, texts, missing };
}
