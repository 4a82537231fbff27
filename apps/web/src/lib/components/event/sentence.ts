import { type AccusingStance, accusingStance, responsibilityKey } from './accusation.ts';
import type { ActorId, Owner } from '@counterclaim/domain';
import { withArticle } from '#lib/format/article.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatCount, formatList, formatNumber } from '#lib/format/number.ts';
import { formatSlug } from '#lib/format/question.ts';
import { formatRange } from '#lib/format/range.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import { countedWords, isCountQuestion } from './number-question.ts';
import { countWord, type Phrase } from './phrase.ts';
import { tollRange, tollWords } from './toll-range.ts';
import type { Reading } from './reading.ts';

/** Owners named in a sentence before the rest is counted. */
const NAMED = 3;

const UNNAMED_OF = 'unnamed of ';

/** A party or owner in the middle of a sentence: "the Taliban", "an eyewitness (to Xinhua)". */
export function nameInSentence({ actors }: Pick<Reading, 'actors'>, owner: Owner): string {
  const actor = actors.get(owner as ActorId);
  if (actor !== undefined) return withArticle(actor.name, actor.kind);
  if (owner.startsWith(UNNAMED_OF)) {
    return `unnamed speakers of ${nameInSentence({ actors }, owner.slice(UNNAMED_OF.length))}`;
  }
  return formatOwner(owner, actors).replace(/, to ([^,]+)$/, ' (to $1)');
}

/** What current statements give, and what they leave out; empty where nobody gives a number. */
function tollPhrases(reading: Reading): Phrase[] {
  const outcomes = (['killed', 'injured'] as const).map((outcome) => ({ outcome, toll: tollRange(reading, outcome) }));
  const given = outcomes.flatMap(({ toll }) => toll ?? []);
  if (given.length === 0) return [];
  const onlyCompilers = given.every(({ restated }) => restated);
  const phrases: Phrase[] = [
    { text: onlyCompilers ? 'Only compilers give numbers, without saying whose: ' : 'Current statements give ' },
  ];
  given.forEach(({ words, range }, index) => {
    if (index > 0) phrases.push({ text: ' and ' });
    phrases.push({ text: tollWords({ words, range }), strong: true });
  });
  const missing = outcomes.filter(
    ({ outcome, toll }) => toll === null && !reading.questions.has(`casualties:${outcome}:all`),
  );
  phrases.push({ text: missing.length === 1 ? `; no number of ${missing[0]?.outcome ?? ''} is given.` : '.' });
  return phrases;
}

const ACCUSED: Readonly<Record<AccusingStance, string>> = {
  accuses: 'accused',
  suspects: 'suspected',
  convicts: 'convicted',
};

/** What the owners of a list did to a party, by the strongest word each used. */
function verbsOf(reading: Reading, party: ActorId, owners: readonly Owner[]): Map<string, Owner[]> {
  const question = reading.questions.get(responsibilityKey(party));
  const verbs = new Map<string, Owner[]>();
  for (const owner of owners) {
    const word = ACCUSED[accusingStance(question, owner)];
    verbs.set(word, [...(verbs.get(word) ?? []), owner]);
  }
  return verbs;
}

function names(reading: Reading, owners: readonly Owner[]): string {
  const named = owners.slice(0, NAMED).map((owner) => nameInSentence(reading, owner));
  const rest = owners.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${formatNumber(rest)} others` : formatList(named);
}

/** Who claims, who accuses whom, who denies: one clause each, in the order of the matrix. */
export function attributionClauses(reading: Reading): string[] {
  const { claimed, accused, denied, exonerated, status } = reading.assessment.attribution;
  const clauses: string[] = [];
  const claimers = Object.keys(claimed);
  if (claimers.length > 0) {
    clauses.push(`claimed by ${formatList(claimers.map((party) => nameInSentence(reading, party)))}`);
  } else if (Object.keys(accused).length > 0) {
    clauses.push('no claim of responsibility is on record');
  }
  const parties = (Object.keys(accused) as ActorId[]).sort(
    (a, b) => (accused[b]?.length ?? 0) - (accused[a]?.length ?? 0) || (a < b ? -1 : 1),
  );
  for (const party of parties) {
    const verbs = [...verbsOf(reading, party, accused[party] ?? [])].map(
      ([verb, owners]) => `${names(reading, owners)} ${verb}`,
    );
    const relative = reading.actors.get(party)?.kind === 'state' ? 'which' : 'who';
    const denial = denied[party] === undefined ? '' : `, ${relative} denied it`;
    clauses.push(`${formatList(verbs)} ${nameInSentence(reading, party)}${denial}`);
  }
  for (const party of Object.keys(denied) as ActorId[]) {
    if (accused[party] === undefined) clauses.push(`${nameInSentence(reading, party)} denied it`);
  }
  for (const [party, owners] of Object.entries(exonerated)) {
    clauses.push(`${names(reading, owners)} said that ${nameInSentence(reading, party)} did not do it`);
  }
  if (status === 'parties-only') clauses.push('sources say who fought, and nobody is named as author');
  if (clauses.length === 0) clauses.push('nobody claims it, and nobody is named as author');
  return clauses;
}

/** Kinds of events that somebody did, so that nobody named is worth saying. */
const AUTHORED: ReadonlySet<string> = new Set(['attack', 'clash']);

/** Whether a page asks who did it: of an attack always, of talks or a period only if somebody names an author. */
export function asksForAuthor({ detail, assessment }: Pick<Reading, 'detail' | 'assessment'>): boolean {
  return AUTHORED.has(detail.event.kind) || assessment.attribution.status !== 'unclaimed';
}

/** Numbers named in a sentence before the rest is left to its section. */
const NUMBERS_NAMED = 3;

/** The ranges of a few counts: "Current statements give 221 districts held by Taliban." */
function countSentence(reading: Reading, begin: string): Phrase[] {
  const counts = reading.assessment.questions
    .flatMap(({ key, range }) => (isCountQuestion(key) && range !== null ? [{ key, range }] : []))
    .slice(0, NUMBERS_NAMED);
  if (counts.length === 0) return [];
  const phrases = counts.flatMap(({ key, range }, index): Phrase[] => [
    { text: index === 0 ? begin : index === counts.length - 1 ? ' and ' : ', ' },
    { text: `${formatRange(range)} ${countedWords(key, reading)}`, strong: true },
  ]);
  return [...phrases, { text: '.' }];
}

/** What is said to have happened, and not: "Eid ceasefire: yes, by the Taliban; no, by Agence France-Presse." */
function occurrenceSentences(reading: Reading): Phrase[][] {
  return reading.assessment.questions
    .filter(({ key }) => key.startsWith('occurrence:'))
    .map(({ key, positions }) => {
      const sides = [true, false].flatMap((side) => {
        const owners = positions.filter(({ answers }) => answers.includes(side)).map(({ owner }) => owner);
        return owners.length === 0 ? [] : [`${side ? 'yes' : 'no'}, by ${names(reading, owners)}`];
      });
      return [{ text: `${capitalise(formatSlug(key.slice('occurrence:'.length)))}: ${sides.join('; ')}.` }];
    });
}

/**
 * The event in neutral words, from its assessment alone: what current statements give, who claims it, who accuses whom, who
 * denies. Never who did it.
 */
export function eventSentence(reading: Reading): Phrase[] {
  if (reading.known.length === 0) return [{ text: 'No statement on it was known yet.' }];
  const authored = AUTHORED.has(reading.detail.event.kind);
  const toll = tollPhrases(reading);
  const sentences: Phrase[][] = [toll];
  if (authored && toll.length === 0)
    sentences.push([{ text: 'No current statement gives a number of killed or injured.' }]);
  if (!authored) {
    const begin = toll.length === 0 ? 'Current statements give ' : 'They also give ';
    sentences.push(countSentence(reading, begin), ...occurrenceSentences(reading));
  }
  if (asksForAuthor(reading)) sentences.push([{ text: `${capitalise(attributionClauses(reading).join('; '))}.` }]);
  const said = sentences.filter((sentence) => sentence.length > 0);
  if (said.length === 0) {
    const claims = formatCount(reading.detail.summary.claims, 'claim');
    return [{ text: `${claims} on record; none gives a number or names an author.` }];
  }
  return said.flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]));
}

/** The answer to "Who did it" in counts: "One party claims it; two others are accused; one of the accused denies it." */
export function attributionSummary(reading: Reading): string {
  const { claimed, accused, denied, exonerated, status } = reading.assessment.attribution;
  const claimers = Object.keys(claimed);
  const others = Object.keys(accused).filter((party) => !claimers.includes(party));
  const both = Object.keys(accused).length - others.length;
  const deniers = Object.keys(denied);
  const denyingAccused = deniers.filter((party) => party in accused).length;
  const denyingOthers = deniers.length - denyingAccused;
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const parts: string[] = [];
  if (claimers.length > 0)
    parts.push(`${countWord(claimers.length)} ${claimers.length === 1 ? 'party claims' : 'parties claim'} it`);
  if (both > 0)
    parts.push(claimers.length === 1 ? 'it is also accused' : `${countWord(both)} of them ${are(both)} also accused`);
  if (others.length > 0) {
    const who =
      claimers.length > 0 ? (others.length === 1 ? 'other' : 'others') : others.length === 1 ? 'party' : 'parties';
    parts.push(`${countWord(others.length)} ${who} ${are(others.length)} accused`);
  }
  if (denyingAccused > 0) {
    parts.push(
      Object.keys(accused).length === 1
        ? 'the accused denies it'
        : `${countWord(denyingAccused)} of the accused ${denyingAccused === 1 ? 'denies' : 'deny'} it`,
    );
  }
  if (denyingOthers > 0)
    parts.push(`${countWord(denyingOthers)}, accused by nobody, ${denyingOthers === 1 ? 'denies' : 'deny'} it`);
  const cleared = Object.keys(exonerated).length;
  if (cleared > 0) parts.push(`${countWord(cleared)} ${are(cleared)} said not to have done it`);
  if (parts.length === 0) {
    return status === 'parties-only'
      ? 'Sources say who fought; nobody is named as author.'
      : 'Nobody claims it, and nobody is named as author.';
  }
  return `${capitalise(parts.join('; '))}.`;
}
