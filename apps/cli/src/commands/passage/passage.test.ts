import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, fixture } from '../../testing/call.ts';
import { copies } from '../../testing/copies.ts';

const SOURCE = 'arden-herald-2020-01-03';
const FILE = join(fixture('texts'), `${SOURCE}.txt`);
const DIGEST = '83f6261ea9108ecd71970310b78fdcc5d339ab06e08b0e6bd4ed90c12256bee7';

const passageOf = (source: string, ...words: string[]) =>
  call('passage', source, '--sources', fixture('texts'), '--records', fixture('records'), ...words);
const passage = (...words: string[]) => passageOf(SOURCE, ...words);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('counterclaim passage', () => {
  it('prints the block as the record holds it', async () => {
    const { code, out, err } = await passage('--find', 'one of them worked', '--to', 'for it');
    expect(code).toBe(0);
    expect(out).toBe(
      'evidence:\n  passages:\n    - paragraph: 2\n      start: 55\n      end: 80\n      sha256: f181893893293672a6bf7f46ff714762edbc4ed821d3d4ed2e376fa705b74159\n',
    );
    expect(err).toBe(
      `${FILE}:4: paragraph 2, 55 to 80: …the authority gave the number as three. [One of them worked for it].…\n`,
    );
  });

  it('lists the places of words that stand in several, and takes the chosen one', async () => {
    const { code, out, err } = await passage('--find', 'authority');
    expect(code).toBe(1);
    expect(err).toBe('“authority” stands in 2 places: take more words, or choose one with --nth\n');
    expect(out.split('\n').map((line) => line.split(', ')[0])).toEqual([
      `1. ${FILE}:2: paragraph 1`,
      `2. ${FILE}:4: paragraph 2`,
      '',
    ]);
    expect((await passage('--find', 'authority', '--nth', '2')).out).toContain(
      'paragraph: 2\n      start: 19\n      end: 28\n',
    );
    const third = await passage('--find', 'authority', '--nth', '3');
    expect(third.code).toBe(1);
    expect(third.err).toBe('there is no place 3 of “authority”, it stands in 2 places: choose 1 to 2\n');
  });

  it('makes a passage of each --find, in the order of the document', async () => {
    const { code, out } = await passage('--find', 'three', '--find', 'authority', '--nth', '1', '--find', 'three');
    expect(code).toBe(0);
    expect(out.match(/paragraph: \d+\n +start: \d+/g)).toEqual([
      'paragraph: 1\n      start: 115',
      'paragraph: 2\n      start: 48',
    ]);
  });

  it('prints no block while one of several is not found', async () => {
    const { code, out, err } = await passage('--find', 'three', '--find', 'a walrus');
    expect(code).toBe(1);
    expect(out).not.toContain('evidence');
    expect(err).toContain('“a walrus” stands nowhere');
  });

  it('makes several passages of words that run into the next paragraph', async () => {
    const { code, out } = await passage('--find', 'half past nine. In the evening');
    expect(code).toBe(0);
    expect(out.match(/paragraph: \d+\n +start: \d+/g)).toEqual([
      'paragraph: 1\n      start: 133',
      'paragraph: 2\n      start: 0',
    ]);
  });

  it('names the place that is nearest to words that stand nowhere', async () => {
    expect(await passage('--find', 'the authority gave the number as four')).toEqual({
      code: 1,
      out: expect.stringContaining(
        `${FILE}:4: paragraph 2, 15 to 47: …In the evening [the authority gave the number as] three`,
      ) as string,
      err: '“the authority gave the number as four” stands nowhere; the longest run of them in the text, 6 of 7 words:\n',
    });
    expect((await passage('--find', 'in the evening', '--to', 'as four')).err).toBe(
      '“in the evening” … “as four”: the last words do not follow; the longest run of them in the text, 1 of 2 words:\n',
    );
    expect((await passage('--find', 'autority')).err).toBe(
      `${FILE}: “autority” stands nowhere: the text has authority\n`,
    );
    expect((await passage('--find', 'walrus')).err).toBe(
      `${FILE}: “walrus” stands nowhere: see the paragraphs by leaving out --find\n`,
    );
  });

  it('prints the digest and the paragraphs when no words are given', async () => {
    const { code, out } = await passage();
    expect(code).toBe(0);
    expect(out).toMatch(/^textDigest: 83f6261ea9[0-9a-f]{54}\n\n\[1\] Explosions[^]+\n\[3\] “We were not there”/);
  });

  it('finds the folder of texts in the environment', async () => {
    vi.stubEnv('COUNTERCLAIM_SOURCES', fixture('texts'));
    const { code } = await call('passage', SOURCE, '--records', fixture('records'), '--find', 'three');
    expect(code).toBe(0);
    vi.stubEnv('COUNTERCLAIM_SOURCES', '');
    expect((await call('passage', SOURCE)).err).toBe(
      'no folder of documents: name it with --sources or COUNTERCLAIM_SOURCES\n',
    );
  });

  it('names the document that is not there, and ids near to one that nobody knows', async () => {
    expect(await passageOf('arden-herald-2020-01-04', '--find', 'x')).toEqual({
      code: 2,
      out: '',
      err:
        `${fixture('texts')}/arden-herald-2020-01-04.txt does not exist: save the document's text there, in UTF-8\n` +
        `no source has the id arden-herald-2020-01-04; near: ${SOURCE}\n`,
    });
  });

  it.each(['../texts/arden-herald-2020-01-03', 'arden-herald-2020-01-03.txt', 'Arden'])(
    'takes no path for an id: %s',
    async (source) => {
      expect(await passageOf(source, '--find', 'three')).toEqual({
        code: 2,
        out: '',
        err: `${source} is no id of a source: give it as in the records, without folder and ending, such as dawn-2020-11-21\n`,
      });
    },
  );

  it.each([
    ['--find', 'authority', '--nth', '0'],
    ['--find', 'authority', '--nth', '1.5'],
    ['--find', 'authority', '--nth', 'two'],
    ['--find', 'authority', '--nth', '1', '--nth', '2'],
    ['--find', ' '],
    ['--find', 'authority', '--to', ''],
    ['--nth', '1'],
  ])('refuses %s %s %s %s', async (...words) => {
    const { code, out } = await passage(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('lets --to and --nth stand before the first --find', async () => {
    const { out } = await passage('--nth', '1', '--to', 'three', '--find', 'the');
    expect(out).toContain('start: 3\n      end: 53\n');
  });

  it('gives it as JSON', async () => {
    const { code, out, err } = await passage('--find', 'authority', '--nth', '2', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      source: SOURCE,
      textDigest: DIGEST,
      problems: [],
      searches: [{ find: { from: 'authority', nth: 2 }, places: [{}, {}], chosen: 2, nearest: null }],
      evidence: { passages: [{ paragraph: 2, start: 19, end: 28 }] },
    });
    const several = await passage('--find', 'authority', '--json');
    expect(several.code).toBe(1);
    expect(JSON.parse(several.out)).toMatchObject({ searches: [{ chosen: null }], evidence: null });
    expect(JSON.parse((await passage('--json')).out)).toMatchObject({ paragraphs: [{}, {}, {}] });
  });
});

describe('counterclaim passage, on a text and a record that do not fit', () => {
  const copy = copies();
  const ask = (source: string, ...words: string[]) =>
    call('passage', source, '--sources', copy.texts, '--records', copy.records, ...words);
  const record = () => join(copy.records, `sources/${SOURCE}.yml`);
  const edit = (file: string, from: string | RegExp, to: string) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  it('refuses a text that is not the one of the record, and shows both digests', async () => {
    edit(join(copy.texts, `${SOURCE}.txt`), 'as three', 'as thres');
    for (const words of [['--find', 'authority', '--nth', '1'], []]) {
      const { code, out } = await ask(SOURCE, ...words);
      expect(code).toBe(1);
      expect(out).toMatch(
        /sources\/arden-herald-2020-01-03\.yml:\d+:13 text: expected sha256 83f6261ea9\w{54}, found (\w{64}); write textDigest: \1 if this is the text that was coded, or put that text in its place\n$/,
      );
      expect(out).not.toContain('paragraph');
    }
    const { code, out } = await ask(SOURCE, '--find', 'three', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      source: SOURCE,
      textDigest: expect.stringMatching(/^(?!83f6261ea9)\w{64}$/) as string,
      problems: [expect.objectContaining({ rule: 'text', what: expect.stringContaining(DIGEST) as string }) as object],
    });
  });

  it('gives the digest to a record that has none', async () => {
    edit(record(), /textDigest: .+\n/, '');
    const { code, err } = await ask(SOURCE, '--find', 'three');
    expect(code).toBe(0);
    expect(err).toContain(`sources/${SOURCE}.yml has no digest of the text: write textDigest: ${DIGEST}\n`);
  });

  it('takes a document that is no record yet, and names a record of the same text', async () => {
    cpSync(join(copy.texts, `${SOURCE}.txt`), join(copy.texts, 'harbour-news-2020-01-05.txt'));
    const { code, out, err } = await ask('harbour-news-2020-01-05', '--find', 'three');
    expect(code).toBe(0);
    expect(out).toContain('start: 48');
    expect(err).toContain(
      `harbour-news-2020-01-05 is not among the records yet; this is the text of ${SOURCE}\nits record takes textDigest: ${DIGEST}\n`,
    );
    writeFileSync(join(copy.texts, 'arden-herald-2020-01-05.txt'), 'Another text, with three words more.\n');
    expect((await ask('arden-herald-2020-01-05', '--find', 'three')).err).toContain(`records yet; near: ${SOURCE}\n`);
  });

  it('names a record that cannot be read', async () => {
    writeFileSync(record(), 'id: [');
    const { code, out } = await ask(SOURCE, '--find', 'three');
    expect(code).toBe(2);
    expect(out).toMatch(/sources\/arden-herald-2020-01-03\.yml:1:\d+ yaml: /);
  });
});
