import { readFileSync } from 'node:fs';
import {
  answersOf,
  assess,
  type Dossier,
  dossierOf,
  ensureEventId,
  indexLedger,
  type Assessment,
} from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { compile } from '../ledger/compile.ts';
import { load } from '../reading/load.ts';
import { recordsFolder } from '../reading/records-folder.ts';
import { publishedRelease } from '../releases/since-release.ts';
import { check } from './check.ts';

/** What three documents must answer, as the domain's acceptance material has it. */
interface Expected {
  readonly attribution: object;
  readonly questions: Readonly<
    Record<string, { agreement: string; range: unknown; positions: Record<string, object> }>
  >;
}

const expectedOf = (name: string): Expected => {
  const file = new URL(`../../../domain/test/acceptance/expected/${name}.json`, import.meta.url);
  const [now] = JSON.parse(readFileSync(file, 'utf8')) as Expected[];
  if (now === undefined) throw new Error(`${name} expects nothing`);
  return now;
};

const checked = check(load(recordsFolder), publishedRelease());
const ledger = checked.ok ? compile(checked.value) : undefined;

/** The documents that were seen whole, so that every claim from them carries its passage. */
const WHOLE = ['dawn-2020-11-21', 'urdupoint-afp-2021-07-20', 'global-research-2021-07-22'];

/** An event as the whole documents alone have it, which is what the expected answers are of. */
function dossierOfWhole(event: string): Dossier {
  const dossier = ledger && dossierOf(indexLedger(ledger), ensureEventId(event));
  if (dossier === undefined) throw new Error(`no dossier of ${event}`);
  return { ...dossier, claims: dossier.claims.filter(({ source }) => WHOLE.includes(source)) };
}

const assessmentOf = (event: string): Assessment => assess(dossierOfWhole(event));

/** Listed questions hold our paraphrases: the records word them more fully than the shorthand of the fixtures. */
const isCompared = ([, { agreement, range }]: [string, { agreement: string; range: unknown }]): boolean =>
  agreement !== 'listed' || range !== null;

describe('the curated records', () => {
  it('keep every rule, and tell what changed since the latest release', () => {
    expect(checked.ok ? [] : checked.error).toEqual([]);
  });

  describe.each([
    ['2020-11-21-kabul-rockets', 'kabul-2020-11-21-one-document'],
    ['2021-07-20-kabul-palace-rockets', 'kabul-2021-07-20-two-documents'],
  ])('on %s', (event, name) => {
    const assessment = assessmentOf(event);
    const expected = expectedOf(name);

    it('name who claims, stands accused and denies', () => {
      expect(assessment.attribution).toMatchObject(expected.attribution);
    });

    it.each(Object.entries(expected.questions).filter(isCompared))(
      'answer %s',
      (key, { agreement, range, positions }) => {
        const question = assessment.questions.find((found) => found.key === key);
        expect(question).toMatchObject({ agreement, range });
        const held = Object.fromEntries((question?.positions ?? []).map((position) => [position.owner, position]));
        expect(Object.keys(held)).toEqual(Object.keys(positions));
        expect(held).toMatchObject(positions);
      },
    );

    it.each(
      Object.keys(expected.questions).filter(
        (key) => !isCompared([key, expected.questions[key] ?? { agreement: '', range: null }]),
      ),
    )('list %s', (key) => {
      const owners = (assessment.questions.find((found) => found.key === key)?.positions ?? []).map(
        ({ owner }) => owner,
      );
      expect(owners).toEqual(expect.arrayContaining(Object.keys(expected.questions[key]?.positions ?? {})));
    });
  });

  it('are known by nobody before their documents appear', () => {
    const dossier = dossierOfWhole('2020-11-21-kabul-rockets');
    const noon = assess(dossier, { asOf: Date.parse('2020-11-21T07:30Z') });
    expect(noon.questions).toEqual([]);
    expect(noon.attribution.status).toBe('unclaimed');
    // Everything that somebody may already have said, and nothing that a paper says in its own voice.
    const spoken = dossier.claims.filter(({ claimant, basis }) => claimant !== 'dawn' || basis !== undefined);
    expect(noon.pending.length).toBeGreaterThanOrEqual(11);
    expect(spoken.map(({ id }) => id)).toEqual(expect.arrayContaining([...noon.pending]));
  });

  it('give every claim from the three whole documents its passage', () => {
    const claims = ledger?.claims.filter(({ source }) => WHOLE.includes(source));
    expect(claims?.length).toBeGreaterThanOrEqual(163);
    expect(claims?.filter(({ evidence }) => !('passages' in evidence))).toEqual([]);
  });

  it('hold claims of every kind that the documents make', () => {
    const actors = indexLedger(ledger ?? { actors: [], places: [], events: [], sources: [], claims: [] }).actors;
    const kinds = new Set(ledger?.claims.map(({ body }) => body.kind));
    for (const kind of [
      'responsibility',
      'casualties',
      'munitions',
      'count',
      'launch',
      'target',
      'damage',
      'time',
      'location',
      'occurrence',
      'reaction',
      'statement',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(
      new Set(ledger?.claims.flatMap((claim) => answersOf(claim, actors).map(({ key }) => key))).size,
    ).toBeGreaterThan(30);
  });
});
