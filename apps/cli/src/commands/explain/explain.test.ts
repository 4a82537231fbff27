import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { curatedLedger, ledgerText } from '@counterclaim/data';
import { assess, type Assessment, type Because, dossierOf, indexLedger } from '@counterclaim/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';
import { explanation } from './explanation.ts';

const HARBOUR = '2020-01-02-old-harbour';
const explain = (...words: string[]) => call('explain', HARBOUR, '--records', fixture('records'), ...words);

describe('counterclaim explain', () => {
  it('tells every value with its claims and rules', async () => {
    const { code, out, err } = await explain();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expect(out).toMatchFileSnapshot('../../../test/explained.txt');
  });

  it('tells what was known by a date, what was not yet, and what came later', async () => {
    const { code, out } = await explain('--as-of', '2020-01-02T10:00+01:00');
    expect(code).toBe(0);
    expect(out).toContain('as of 2 January 2020, 10:00 Luanda time (2020-01-02T09:00Z): 1 claim,');
    expect(out).toMatch(/^ {2}2 · Harbour Authority of Arden \(harbour-authority\) · kept · 1 origin$/m);
    expect(out).toContain('perhaps made by then, not yet known: 2 claims (asof.pending@1)');
    expect(out).toContain('made or known later: 1 claim (asof.known@1)');
  });

  it('tells one question alone', async () => {
    const { out } = await explain('--question', 'casualties:injured:staff');
    expect(out).toContain('injured, staff: 1, single');
    expect(out).not.toContain('who did it');
    expect(out).not.toContain('all victims');
  });

  it('gives it as JSON', async () => {
    const { out } = await explain('--json', '--question', 'casualties:injured:all');
    const answer = JSON.parse(out) as { event: { id: string }; redirect: null; assessment: Assessment };
    expect(answer).toMatchObject({ event: { id: HARBOUR }, redirect: null });
    expect(answer.assessment.questions.map(({ key, range }) => [key, range])).toEqual([
      ['casualties:injured:all', { low: 3, high: 3, open: false }],
    ]);
  });

  it('takes the beginning of an id that no other event has, and says which', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'explain-')), 'records');
    cpSync(fixture('records'), folder, { recursive: true });
    const whole = await explain();
    const begun = await call('explain', '2020-01-02', '--records', folder);
    expect(begun).toEqual({ ...whole, err: `2020-01-02 is the beginning of ${HARBOUR} alone\n` });
    const event = readFileSync(join(folder, `events/${HARBOUR}.yml`), 'utf8');
    writeFileSync(join(folder, 'events/2020-01-02-other.yml'), event.replace(HARBOUR, '2020-01-02-other'));
    expect((await call('explain', '2020-01-02', '--records', folder)).code).toBe(1);
    expect((await call('explain', '2020-01-02-old', '--records', folder)).code).toBe(0);
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('names near ids and keys', async () => {
    const unknown = await call('explain', '2020-01-02-old-harbor', '--records', fixture('records'));
    expect(unknown).toEqual({ code: 1, out: '', err: `no event has the id 2020-01-02-old-harbor; near: ${HARBOUR}\n` });
    expect((await explain('--question', 'casualties:injred:all')).err).toContain('; near: casualties:injured:all');
    const { code, err } = await explain('--question', 'weapon');
    expect(code).toBe(1);
    expect(err).toMatch(
      /has no answer to weapon: answered are casualties:injured:all, .+, responsibility:northern-front/,
    );
  });

  it.each([
    ['2020/2021', 'is an interval'],
    ['2021-02-30', 'does not exist'],
    ['soon', 'write'],
    ['2020-11-21T12:00', 'without an offset: add one, such as +04:30'],
  ])('refuses %s as a date', async (asOf, why) => {
    const { code, err } = await explain('--as-of', asOf);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  it('reads a ledger instead of records', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'explain-'));
    const file = join(folder, 'ledger.json');
    writeFileSync(file, ledgerText(curatedLedger()));
    const { code, out } = await call('explain', '2020-11-21-kabul-rockets', '--ledger', file);
    expect(code).toBe(0);
    expect(out).toContain('who did it: contested');
    writeFileSync(file, '{"dataset": "curated"}');
    expect((await call('explain', HARBOUR, '--ledger', file)).err).toMatch(
      /is no ledger that this version reads \(.+\)/,
    );
    rmSync(folder, { recursive: true });
    const gone = await call('explain', HARBOUR, '--ledger', file);
    expect(gone).toMatchObject({ code: 2, err: `${file} does not exist: name a ledger, such as that of a release\n` });
  });

  describe('of records in the making', () => {
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'explain-'));
      cpSync(fixture('records'), folder, { recursive: true });
    });
    afterEach(() => {
      rmSync(folder, { recursive: true });
    });
    const source = () => join(folder, 'sources/arden-herald-2020-01-03.yml');
    const event = () => join(folder, `events/${HARBOUR}.yml`);
    const edit = (file: string, change: (text: string) => string): void => {
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    };

    it('follows a redirect, and says so', async () => {
      writeFileSync(
        join(folder, 'redirects.yml'),
        `redirects:\n  - { type: event, from: harbour-blast, to: ${HARBOUR}, date: '2021-03-01', reason: Its day was found. }\n`,
      );
      const { code, out, err } = await call('explain', 'harbour-blast', '--records', folder);
      expect({ code, err }).toEqual({
        code: 0,
        err: `harbour-blast is ${HARBOUR} since 2021-03-01: Its day was found.\n`,
      });
      expect(out).toContain(HARBOUR);
    });

    it('says that an event was retracted, and which claims were', async () => {
      const retracted = "retracted: { date: '2021-03-01', reason: It never happened. }\n";
      edit(event(), (text) => text + retracted);
      edit(source(), (text) => text.replace('  - slug: later-toll\n', `  - slug: later-toll\n    ${retracted}`));
      const { code, out } = await call('explain', HARBOUR, '--records', folder);
      expect(code).toBe(0);
      expect(out).toContain('retracted by the ledger on 2021-03-01: It never happened.');
      expect(out).toContain('retracted by the ledger on 2021-03-01 (It never happened.): 1 claim (claim.retracted@1)');
      expect(out).toMatch(/^ {2}2 · Harbour Authority of Arden/m);
    });

    it('takes no offence at what only the check minds', async () => {
      edit(source(), (text) => text.replace('paraphrase: One of', 'paraphrase: One terrorist of'));
      expect((await call('check', folder)).code).toBe(1);
      expect((await call('explain', HARBOUR, '--records', folder)).code).toBe(0);
    });

    it('names what cannot be read', async () => {
      edit(event(), (text) => text.replace('zone: ', 'zoen: '));
      const { code, out, err } = await call('explain', HARBOUR, '--records', folder);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/events\/2020-01-02-old-harbour\.yml:5:1 shape: unknown key "zoen"; write zone/);
      expect(err).toContain('holds records that cannot be read: correct them first\n');
    });
  });
});

describe('an explanation', () => {
  const ledger = curatedLedger();
  const index = indexLedger(ledger);

  it.each(ledger.events.map(({ id }) => id))('of %s names every claim and every rule, in lines that fit', (id) => {
    const dossier = dossierOf(index, id);
    if (dossier === undefined) throw new Error(id);
    const assessment = assess(dossier);
    const text = explanation(dossier, assessment, undefined, { columns: 80, colour: false });
    const words = new Set(text.split(/\s+/));
    expect(dossier.claims.map((claim) => claim.id).filter((claim) => !words.has(claim))).toEqual([]);
    const reasons: Because[] = [
      ...assessment.attribution.because,
      ...assessment.breakdowns.flatMap(({ because }) => because),
      ...assessment.questions.flatMap(({ because, positions }) => [
        ...because,
        ...positions.flatMap((position) => position.because),
      ]),
    ];
    expect(reasons.filter(({ rule, version }) => !text.includes(`${rule}@${version}`))).toEqual([]);
    for (const { key, positions } of assessment.questions) {
      expect(text).toContain(key);
      for (const { owner } of positions) expect(text.replace(/\s+/g, ' ')).toContain(owner);
    }
    // Only a word that is longer than a line stands out of it.
    const long = text.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '));
    expect(long).toEqual([]);
    const coloured = explanation(dossier, assessment, undefined, { columns: 80, colour: true });
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });
});
