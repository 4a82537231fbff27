import type { ActorId, Owner, Range, Stance } from '@counterclaim/domain';
import { withArticle } from '#lib/format/article.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatList, formatNumber } from '#lib/format/number.ts';
import { formatRange } from '#lib/format/range.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import { countWord, type Phrase } from './phrase.ts';
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

const isNone = ({ low, high, open }: Range): boolean => low === 0 && high === 0 && !open;

function tollPhrases(reading: Reading): Phrase[] {
  const outcomes = (['killed', 'injured'] as const).map((outcome) => ({
    outcome,
    question: reading.questions.get(`casualties:${outcome}:all`),
  }));
  const given = outcomes.flatMap(({ outcome, question }) =>
    question === undefined || question.range === null
      ? []
      : [{ outcome, range: question.range, positions: question.positions }],
  );
  if (given.length === 0) return [{ text: 'No current statement gives a number of killed or injured.' }];
  const onlyCompilers = given.every(({ positions }) => positions.every(({ restatement }) => restatement === true));
  const phrases: Phrase[] = [
    { text: onlyCompilers ? 'Only compilers give numbers, without saying whose: ' : 'Current statements give ' },
  ];
  given.forEach(({ outcome, range }, index) => {
    if (index > 0) phrases.push({ text: ' and ' });
    phrases.push({ text: isNone(range) ? `none ${outcome}` : `${formatRange(range)} ${outcome}`, strong: true });
  });
  const missing = outcomes.filter(({ question }) => question === undefined).map(({ outcome }) => outcome);
  phrases.push({ text: missing.length === 1 ? `; no number of ${missing[0] ?? ''} is given.` : '.' });
  return phrases;
}

const ACCUSING: Readonly<Partial<Record<Stance, string>>> = {
  accuses: 'accused',
  suspects: 'suspected',
  convicts: 'convicted',
};

/** What the owners of a list did to a party, by the strongest word each used. */
function verbsOf(reading: Reading, party: ActorId, owners: readonly Owner[]): Map<string, Owner[]> {
  const positions = reading.questions.get(`responsibility:${party}`)?.positions ?? [];
  const verbs = new Map<string, Owner[]>();
  for (const owner of owners) {
    const answers = positions.find((position) => position.owner === owner)?.answers ?? [];
    const verb = (['convicts', 'accuses', 'suspects'] as const).find((stance) => answers.includes(stance));
    const word = ACCUSING[verb ?? 'accuses'] ?? 'accused';
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
function attributionClauses(reading: Reading): string[] {
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
    const denial = denied[party] === undefined ? '' : ', which denied it';
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

/**
 * The event in neutral words, from its assessment alone: what current statements give, who claims it, who accuses whom, who
 * denies. Never who did it.
 */
export function eventSentence(reading: Reading): Phrase[] {
  if (reading.known.length === 0) return [{ text: 'No statement on it was known yet.' }];
  return [...tollPhrases(reading), { text: ` ${capitalise(attributionClauses(reading).join('; '))}.` }];
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
    parts.push(`${countWord(denyingOthers)} that nobody accuses ${denyingOthers === 1 ? 'denies' : 'deny'} it`);
  const cleared = Object.keys(exonerated).length;
  if (cleared > 0) parts.push(`${countWord(cleared)} ${are(cleared)} said not to have done it`);
  if (parts.length === 0) {
    return status === 'parties-only'
      ? 'Sources say who fought; nobody is named as author.'
      : 'Nobody claims it, and nobody is named as author.';
  }
  return `${capitalise(parts.join('; '))}.`;
}
