import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../../testing/call.ts';
import { copies } from '../../testing/copies.ts';

const SOURCE = 'arden-herald-2020-01-03';

describe('counterclaim verify', () => {
  const copy = copies();
  const verify = (...words: string[]) => call('verify', '--sources', copy.texts, '--records', copy.records, ...words);
  const edit = (file: string, from: string, to: string) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  const record = () => join(copy.records, `sources/${SOURCE}.yml`);

  it('says how many passages match', async () => {
    expect(await verify()).toEqual({ code: 0, out: '4 of 4 passages match, in 1 text\n', err: '' });
  });

  it('names what does not match, what was expected and found, and the remedy', async () => {
    edit(record(), 'start: 55\n', 'start: 56\n');
    const { code, out } = await verify();
    const [line = '', summary] = out.split('\n');
    expect(code).toBe(1);
    expect(line).toMatch(
      /:55:19 passage: expected sha256 f18189\w{58}, found \w{64}; find the words with counterclaim passage$/,
    );
    expect(line.startsWith(relative(process.cwd(), record()))).toBe(true);
    expect(summary).toBe('3 of 4 passages match, in 1 text');
  });

  it('finds one changed letter of a document', async () => {
    edit(join(copy.texts, `${SOURCE}.txt`), 'as three', 'as thres');
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(/ text: expected sha256 .+\n.+ passage: expected sha256 .+\n3 of 4 passages match/);
  });

  it('names missing texts, and fails for them when all are wanted', async () => {
    const other = readFileSync(record(), 'utf8').replaceAll(SOURCE, 'other-paper');
    writeFileSync(join(copy.records, 'sources/other-paper.yml'), other);
    expect(await verify()).toEqual({
      code: 0,
      out: '4 of 4 passages match, in 1 text\n',
      err: `no text in ${copy.texts} for 1 source: other-paper\n`,
    });
    expect((await verify('--complete')).code).toBe(1);
  });

  it('ends with 2 when nothing could be verified', async () => {
    rmSync(join(copy.texts, `${SOURCE}.txt`));
    expect((await verify()).code).toBe(2);
    rmSync(copy.texts, { recursive: true });
    expect(await verify()).toEqual({
      code: 2,
      out: '',
      err: `${copy.texts} is no folder: name that of the documents\n`,
    });
  });

  it('ends with 2 when a record or a document cannot be read', async () => {
    writeFileSync(join(copy.texts, `${SOURCE}.txt`), Uint8Array.of(0xff));
    expect(await verify()).toEqual({
      code: 2,
      out: '',
      err: `${join(copy.texts, SOURCE)}.txt is no UTF-8: save the document's text as UTF-8\n`,
    });
    mkdirSync(join(copy.records, 'events'), { recursive: true });
    writeFileSync(join(copy.records, 'events/broken.yml'), 'a: [');
    const { code, out, err } = await verify();
    expect(code).toBe(2);
    expect(out).toContain('events/broken.yml:1:5 yaml: ');
    expect(err).toBe('1 file cannot be read: correct them first\n');
  });

  it('gives it as JSON', async () => {
    const { code, out } = await verify('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      folder: relative(process.cwd(), copy.records),
      problems: [],
      passages: 4,
      passagesRead: 4,
      texts: 1,
      missing: [],
    });
  });
});
