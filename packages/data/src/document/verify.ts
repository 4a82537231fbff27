import { codePointLength } from '@counterclaim/domain';
import { compareProblems, type Problem } from '../problem/problem.ts';
import type { Field } from '../reading/field.ts';
import type { Records } from '../reading/records.ts';
import { type HeldText, heldText } from './held-text.ts';
import { passageVerdict } from './passage-verdict.ts';

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

/** What is wrong with a text that is not the one that a source was coded from; `null` where it is, or where the record names none. */
export function anotherText(source: Field, { digest }: HeldText): Problem | null {
  const textDigest = source.get('textDigest');
  if (!textDigest.exists || textDigest.text === digest) return null;
  return {
    file: source.file.file,
    ...source.file.locate(textDigest.path),
    rule: 'text',
    what: `expected sha256 ${String(textDigest.value)}, found ${digest}`,
    remedy: `write textDigest: ${digest} if this is the text that was coded, or put that text in its place`,
  };
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
  const passage = { paragraph: paragraph.number, start: start.number, end: end.number, sha256: digest.text };
  const { verdict, found: digestFound, elsewhere } = passageVerdict(passage, paragraphs);
  if (verdict === 'match') return null;
  const remedy =
    elsewhere === null
      ? 'find the words with counterclaim passage'
      : `the words stand at paragraph: ${elsewhere.paragraph}, start: ${elsewhere.start}, end: ${elsewhere.end}: write that`;
  const text = paragraphs[passage.paragraph - 1];
  if (text === undefined) {
    const what = `expected ${passage.paragraph} paragraphs or more, the text has ${paragraphs.length}`;
    return { what, remedy, field: paragraph };
  }
  if (digestFound === null) {
    const what = `expected paragraph ${passage.paragraph} to reach ${passage.end}, it has ${codePointLength(text)} code points`;
    return { what, remedy, field: end };
  }
  return { what: `expected sha256 ${passage.sha256}, found ${digestFound}`, remedy, field: digest };
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
    if (cited.length === 0 && !source.get('textDigest').exists) continue;
    const text = textOf(source.file.id);
    if (text === undefined) {
      missing.push(source.file.id);
      continue;
    }
    texts += 1;
    const held = heldText(text);
    const another = anotherText(source, held);
    if (another !== null) problems.push(another);
    const { paragraphs } = held;
    for (const passage of cited) {
      passagesRead += 1;
      const wrong = mismatch(passage, paragraphs);
      if (wrong === null) passages += 1;
      else report(wrong.field, 'passage', wrong.what, wrong.remedy);
    }
  }
  return { problems: problems.sort(compareProblems), passages, passagesRead, texts, missing };
}
