import type { Actor, ActorId } from '@counterclaim/domain';
import type { Coverage, Tally, WordCount } from '../coverage.ts';
import type { FacetValue } from '../answer.ts';
import { type Held, localSpan, type Reference } from './reference.ts';

const byCount = <Item extends WordCount>(a: Item, b: Item): number => b.count - a.count || (a.value < b.value ? -1 : 1);

function counted<Word extends string>(words: readonly Word[]): WordCount<Word>[] {
  return [...new Set(words)]
    .map((value) => ({ value, count: words.filter((word) => word === value).length }))
    .sort(byCount);
}

function tallyOf(ids: readonly ActorId[], actors: readonly Actor[]): Tally<FacetValue> {
  const items = counted(ids).map(({ value, count }) => ({
    value,
    label: actors.find(({ id }) => id === value)?.name ?? '',
    count,
  }));
  return { values: items.length, items: items.slice(0, 100) };
}

/** The month of an event's beginning, else of its end, by the clock of its zone. */
function monthOf({ dossier }: Held): string {
  const { start, end } = localSpan(dossier.event);
  return new Date(Number.isFinite(start) ? start : end - 1).toISOString().slice(0, 7);
}

/** The months between two, both left out. */
function between(first: string, last: string): string[] {
  const months: string[] = [];
  for (let next = first; ;) {
    const [year = 0, month = 0] = next.split('-').map(Number);
    next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
    if (next >= last) return months;
    months.push(next);
  }
}

const isContested = ({ summary }: Held): boolean =>
  ['contested', 'multiple-claims', 'accused-and-denied'].includes(summary.status);
const isDisputed = ({ summary }: Held): boolean => summary.agreements.includes('disputed');

const isWithoutToll = ({ summary }: Held): boolean => summary.killed === null && summary.injured === null;

const statusesOf = (events: readonly Held[]) =>
  Object.fromEntries(counted(events.map(({ summary }) => summary.status)).map(({ value, count }) => [value, count]));

/** What is covered, worked out from the records and what each event's assessment says. */
export function coverageOf(reference: Reference): Coverage {
  const { actors, sources, claims } = reference.records;
  const held = reference.held().filter(({ dossier }) => dossier.event.retracted === undefined);
  const utterances = held.flatMap(({ known }) => known);
  const about = new Set(utterances.map(({ claim }) => claim.id));
  const dated = new Set(utterances.filter(({ known }) => known < Infinity).map(({ claim }) => claim.id));
  const kept = claims.filter(({ id }) => about.has(id));
  const documents = sources.filter(({ retracted }) => retracted === undefined);
  const verifiable = kept.filter(({ evidence }) => 'passages' in evidence);
  const placed = held.filter(({ dossier }) => dossier.event.kind !== 'period');
  const months = [...new Set(placed.map(monthOf))].sort();
  const perEvent = held.map(({ summary }) => summary.claims).sort((a, b) => a - b);
  const within = (from: number, to: number | null) => ({
    from,
    to,
    events: perEvent.filter((claims) => claims >= from && claims <= (to ?? Infinity)).length,
  });
  return {
    events: {
      total: held.length,
      attributionContested: held.filter(isContested).length,
      disputed: held.filter(isDisputed).length,
      contested: held.filter((event) => isContested(event) || isDisputed(event)).length,
      withKilled: held.filter(({ summary }) => summary.killed !== null).length,
      withInjured: held.filter(({ summary }) => summary.injured !== null).length,
      withoutToll: held.filter(isWithoutToll).length,
      byKind: counted(held.map(({ dossier }) => dossier.event.kind)).map(({ value, count }) => {
        const events = held.filter(({ dossier }) => dossier.event.kind === value);
        return {
          value,
          count,
          contested: events.filter((event) => isContested(event) || isDisputed(event)).length,
          withoutToll: events.filter(isWithoutToll).length,
        };
      }),
      byStatus: statusesOf(held),
      months: months.map((month) => {
        const events = placed.filter((event) => monthOf(event) === month);
        return {
          month,
          events: events.length,
          contested: events.filter((event) => isContested(event) || isDisputed(event)).length,
          byStatus: statusesOf(events),
        };
      }),
      gaps: months.flatMap((month, index) => {
        const empty = between(months[index - 1] ?? month, month);
        const [from] = empty;
        const to = empty.at(-1);
        return from === undefined || to === undefined ? [] : [{ from, to, months: empty.length }];
      }),
      claims: {
        fewest: perEvent[0] ?? 0,
        median: perEvent[Math.ceil(perEvent.length / 2) - 1] ?? 0,
        most: perEvent.at(-1) ?? 0,
        perEvent: [
          within(0, 0),
          within(1, 1),
          within(2, 5),
          within(6, 10),
          within(11, 20),
          within(21, 50),
          within(51, 100),
          within(101, null),
        ],
      },
      largest: held
        .map(({ summary: { id, title, claims }, known: own }) => ({
          id,
          title,
          claims,
          verifiable: own.filter(({ claim }) => 'passages' in claim.evidence).length,
        }))
        .sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1))
        .slice(0, 100),
    },
    claims: {
      total: kept.length,
      verifiable: verifiable.length,
      said: kept.filter(({ said }) => said !== undefined).length,
      undated: kept.filter(({ id }) => !dated.has(id)).length,
      byKind: counted(kept.map(({ body }) => body.kind)),
    },
    sources: {
      total: documents.length,
      published: documents.filter(({ published }) => published !== undefined).length,
      url: documents.filter(({ url }) => url !== undefined).length,
      textDigest: documents.filter(({ textDigest }) => textDigest !== undefined).length,
      publishers: tallyOf(
        documents.map(({ publisher }) => publisher),
        actors,
      ),
      wires: tallyOf(
        documents.flatMap(({ wire }) => wire ?? []),
        actors,
      ),
      languages: ((languages) => ({ values: languages.length, items: languages.slice(0, 100) }))(
        counted(documents.map(({ language }) => language)),
      ),
      byKind: counted(documents.map(({ kind }) => kind)),
    },
  };
}
