import type { Claim, ClaimId, Passage, Source } from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { formatLanguage } from '#lib/format/language.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { actorName, type Reading } from './reading.ts';

/** Where in a document a claim stands. */
export interface SourcePassage extends Passage {
  readonly claim: ClaimId;
}

/** One document of the event. */
export interface SourceRow {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly publisher: string;
  /** Whose text it carries; `null` for its own. */
  readonly wire: string | null;
  readonly language: string;
  readonly languageTag: string;
  readonly published: string | null;
  readonly publishedIso: string | null;
  readonly claims: number;
  /** SHA-256 of the whole normalised text, where that was seen. */
  readonly digest: string | null;
  /** Empty where only an excerpt was seen. */
  readonly passages: readonly SourcePassage[];
}

export interface SourceTable {
  readonly rows: readonly SourceRow[];
  readonly summary: string;
}

function passagesOf(claims: readonly Claim[]): SourcePassage[] {
  return claims
    .flatMap(({ id, evidence }) =>
      'passages' in evidence ? evidence.passages.map((passage) => ({ ...passage, claim: id })) : [],
    )
    .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end);
}

function rowOf(source: Source, claims: readonly Claim[], reading: Reading): SourceRow {
  return {
    id: source.id,
    href: `/sources/${source.id}`,
    title: source.title,
    publisher: actorName(reading, source.publisher),
    wire: source.wire === undefined || source.wire === source.publisher ? null : actorName(reading, source.wire),
    language: formatLanguage(source.language),
    languageTag: source.language,
    published: source.published === undefined ? null : formatDate(source.published, reading.zone, 'short'),
    publishedIso: source.published ?? null,
    claims: claims.length,
    digest: source.textDigest ?? null,
    passages: passagesOf(claims),
  };
}

function summaryOf(rows: readonly SourceRow[]): string {
  const whole = rows.filter(({ digest }) => digest !== null).length;
  const excerpts = rows.filter(({ passages }) => passages.length === 0).length;
  if (rows.length === 1) {
    return whole === 1
      ? 'One document, seen whole: every claim from it can be checked at its passage.'
      : 'One document, seen as an excerpt only.';
  }
  const documents = formatCount(rows.length, 'document');
  if (whole === rows.length) return `${documents}, all seen whole: every claim can be checked at its passage.`;
  if (whole === 0)
    return `${documents}, ${excerpts === rows.length ? 'all' : formatNumber(excerpts)} seen as excerpts only.`;
  const seen =
    whole === 1
      ? 'one was seen whole, and every claim from it carries its passage'
      : `${formatNumber(whole)} were seen whole, and every claim from them carries its passage`;
  return `${documents}: ${seen}; ${formatNumber(rows.length - whole)} ${rows.length - whole === 1 ? 'was seen as an excerpt' : 'were seen as excerpts'} only.`;
}

/** The documents in which the known claims stand, those with most claims first. */
export function sourceTable(reading: Reading): SourceTable {
  const claims = Map.groupBy(
    reading.known.map(({ claim }) => claim),
    ({ source }) => source,
  );
  const rows = [...claims]
    .flatMap(([id, own]) => {
      const source = reading.sources.get(id);
      return source === undefined ? [] : [rowOf(source, own, reading)];
    })
    .sort(
      (a, b) =>
        Number(b.digest !== null) - Number(a.digest !== null) ||
        b.claims - a.claims ||
        (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1),
    );
  return { rows, summary: summaryOf(rows) };
}
