import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { TABLES } from '@counterclaim/interchange';
import { curatedLedger, type ListedRelease, readReleasedLedger, readReleaseIndex } from '@counterclaim/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';
import { contents } from '../../testing/contents.ts';

const DAY = '2026-11-21';

/** Files of a release: each table twice, and eight others. */
const FILES = 2 * TABLES.length + 8;

describe('counterclaim release', () => {
  let root = '';
  let folder = '';
  let records = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'release-'));
    folder = join(root, 'releases');
    records = join(root, 'records');
    cpSync(fixture('records'), records, { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const shown = () => relative(process.cwd(), folder);
  const release = (...words: string[]) => call('release', ...words, '--records', records, '--to', folder);
  const again = (...words: string[]) => call('release', ...words, '--to', folder);
  const source = () => join(records, 'sources/arden-herald-2020-01-03.yml');
  const edit = (from: string, to: string) => {
    const text = readFileSync(source(), 'utf8');
    expect(text).toContain(from);
    writeFileSync(source(), text.replace(from, to));
  };
  /** A change that the records may make after a release. */
  const correct = () => {
    edit(
      '    paraphrase: The authority later gave three injured.\n',
      '    paraphrase: The authority later counted three injured.\n',
    );
    edit(
      '    relations:\n      supersedes: [arden-herald-2020-01-03/first-toll]\n',
      `    corrections:
      - date: '2026-12-01'
        field: paraphrase
        was: The authority later gave three injured.
        now: The authority later counted three injured.
        reason: Said more closely.
    relations:
      supersedes: [arden-herald-2020-01-03/first-toll]
`,
    );
  };
  const listedOf = (version: string): ListedRelease | undefined =>
    readReleaseIndex(folder).releases.find((listed) => listed.version === version);

  it('writes a folder whose checksums hold, and lists it', async () => {
    const { code, out, err } = await release('2026.1', '--date', DAY);
    expect(code, err).toBe(0);
    expect(out).toMatch(new RegExp(`\\n${FILES} files, 0\\.1 MB, in ${shown()}/2026\\.1; digest [0-9a-f]{64}\\n$`));
    expect(err).toBe(
      `Commit ${shown()}/index.json and ${shown()}/2026.1/ledger.json: the other files are made again from them.\n`,
    );
    expect(readdirSync(folder).sort()).toEqual(['2026.1', 'index.json']);
    const listed = listedOf('2026.1');
    expect(listed).toMatchObject({
      date: DAY,
      digest: readReleasedLedger('2026.1', folder).digest,
      counts: { events: 1, sources: 1, claims: 4, actors: 5, places: 2 },
    });
    expect(listed?.files.map(({ name }) => name)).toEqual(readdirSync(join(folder, '2026.1')).sort());
    // By somebody else's program: it fails unless every file is as listed.
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(folder, '2026.1'), encoding: 'utf8' });
    expect(checked.trimEnd().split('\n')).toHaveLength(FILES - 1);
  });

  it('writes the same bytes whenever and wherever it is run', async () => {
    await release('2026.1', '--date', DAY);
    const other = join(root, 'other');
    cpSync(records, join(root, 'copy'), { recursive: true });
    await call('release', '2026.1', '--records', join(root, 'copy'), '--to', other, '--date', DAY);
    expect(contents(other)).toEqual(contents(folder));
  });

  it('dates a release on the day that it is, in UTC', async () => {
    const before = new Date().toISOString().slice(0, 10);
    const { code } = await release(`${before.slice(0, 4)}.1`);
    const after = new Date().toISOString().slice(0, 10);
    // At midnight of New Year the version may be one of the year before.
    if (before === after)
      expect({ code, date: listedOf(`${before.slice(0, 4)}.1`)?.date }).toEqual({ code: 0, date: before });
  });

  it('tells what changed since the release before', async () => {
    await release('2026.1', '--date', DAY);
    correct();
    const { code, err } = await release('2026.2', '--date', '2026-12-01');
    expect(code, err).toBe(0);
    expect(readReleaseIndex(folder).releases.map(({ version }) => version)).toEqual(['2026.2', '2026.1']);
    const text = readFileSync(join(folder, '2026.2/CHANGELOG.md'), 'utf8');
    expect(text).toContain('What changed since release 2026.1.');
    expect(text).toContain(
      'claim `arden-herald-2020-01-03/later-toll`, `paraphrase`: `"The authority later gave three injured."` → ' +
        '`"The authority later counted three injured."` on 2026-12-01. Said more closely.',
    );
    expect(text).toContain('| corrections | 0 | 1 | +1 |');
  });

  it('refuses records with problems, tells them all, and writes nothing', async () => {
    edit('claimant: harbour-spokesman', 'claimant: harbour-spokesmen');
    const { code, out, err } = await release('2026.1', '--date', DAY);
    expect(code).toBe(1);
    expect(out).toContain('arden-herald-2020-01-03.yml:11:15 reference: there is no actor "harbour-spokesmen"');
    expect(err).toMatch(/^\d+ problems? in the records: nothing was released\n$/);
    expect(existsSync(folder)).toBe(false);
    const json = JSON.parse((await release('2026.1', '--date', DAY, '--json')).out) as Record<string, unknown>;
    expect(json).toMatchObject({ release: null, problems: expect.arrayContaining([]) as unknown });
  });

  it('refuses what the release before published and nobody told of changing', async () => {
    await release('2026.1', '--date', DAY);
    edit('gave three injured.', 'gave 3 injured.');
    const { code, out } = await release('2026.2', '--date', DAY);
    expect(code).toBe(1);
    expect(out).toContain('silent-edit');
    expect(readReleaseIndex(folder).releases).toHaveLength(1);
  });

  it('names no list that is not there, and says how a folder comes by the releases before', async () => {
    const { code, err } = await release('2026.2', '--date', DAY);
    expect(code).toBe(2);
    expect(err).toContain(`2026.2 follows 2026.1, but ${shown()} holds no releases: copy those before it there first`);
    expect(err).not.toContain('index.json');
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    [['2026.1'], '2026.1 exists, released on 2026-11-21 (', 'make the next one, 2026.2'],
    [['2026.3'], '2026.3 leaves out 2026.2 (', 'release 2026.2'],
    [['2025.1'], '2025.1 is a version of 2025, but the date is 2026-11-21', 'release 2026.2, or set --date'],
    [['2027.1'], '2027.1 is a version of 2027, but the date is 2026-11-21', 'release 2026.2, or set --date'],
    [['2026.2', '--date', '2026-11-20'], '2026-11-20 is before 2026.1, released on 2026-11-21 (', 'set --date'],
    [['2026.2', '--date', '21.11.2026'], '"21.11.2026" is no day', 'write --date YYYY-MM-DD'],
    [['next'], '"next" is no version: write <year>.<n>', 'the next one is 2026.2'],
    [['../2026.2'], '"../2026.2" is no version', 'the next one is 2026.2'],
    [[], 'which release?', 'the next one of 2026 is 2026.2'],
    [['2026.2'], '2026.1 has these very records (digest ', 'nothing to release until a record changes'],
  ])('refuses %j after 2026.1, in one line with the remedy', async (words, what, remedy) => {
    await release('2026.1', '--date', DAY);
    const before = contents(folder);
    const { code, out, err } = await release(...(words.includes('--date') ? words : [...words, '--date', DAY]));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(what);
    expect(err).toContain(remedy);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(contents(folder)).toEqual(before);
  });

  it('releases the same records anew when the files are written in another form', async () => {
    await release('2026.1', '--date', DAY);
    // As if the software that made the first one had written one table otherwise.
    const index = readReleaseIndex(folder);
    const changed = index.releases.map((listed) => ({
      ...listed,
      files: listed.files.map((file) => (file.name === 'events.csv' ? { ...file, sha256: '0'.repeat(64) } : file)),
    }));
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ releases: changed }));
    expect((await release('2026.2', '--date', DAY)).code).toBe(0);
    expect(readFileSync(join(folder, '2026.2/CHANGELOG.md'), 'utf8')).toContain(
      'Records and rules are the same: only the form of the files has changed.',
    );
  });

  it('takes the place of a folder that an interrupted release left unlisted', async () => {
    await release('2026.1', '--date', DAY);
    const whole = contents(folder);
    writeFileSync(join(folder, 'index.json'), '{"releases": []}');
    writeFileSync(join(folder, '2026.1/left-over'), '');
    // Of a process that is gone, and of one that runs.
    mkdirSync(join(folder, '.draft-99999999-2026.1'));
    mkdirSync(join(folder, `.draft-${process.ppid}-2026.1`));
    expect((await release('2026.1', '--date', DAY)).code).toBe(0);
    expect(contents(folder)).toEqual(whole);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([`.draft-${process.ppid}-2026.1`]);
  });

  it('says so when the folder cannot be written', async () => {
    writeFileSync(folder, 'a file');
    const { code, err } = await release('2026.1', '--date', DAY);
    expect(code).toBe(2);
    expect(err).toMatch(/^[^\n]+ cannot be read \(ENOTDIR\): [^\n]+\n$/);
  });

  it('gives it as JSON', async () => {
    const { out } = await release('2026.1', '--date', DAY, '--json');
    expect(JSON.parse(out)).toEqual({ folder: shown(), release: listedOf('2026.1'), problems: [] });
  });

  describe('--again', () => {
    beforeEach(async () => {
      await release('2026.1', '--date', DAY);
      correct();
      await release('2026.2', '--date', '2026-12-01');
    });

    it('makes corrections of whole values again as they were released', async () => {
      edit(
        `      kind: responsibility
      stance: denies
      actors: [northern-front]
`,
        `      kind: statement
      topic: intention
    corrections:
      - date: '2026-12-02'
        field: body
        was: { stance: denies, kind: responsibility, actors: [northern-front] }
        now: { topic: intention, kind: statement }
        reason: It spoke of its aims.
`,
      );
      const made = await release('2026.3', '--date', '2026-12-02');
      expect(made.code, made.out).toBe(0);
      expect(await again('2026.3', '--again')).toMatchObject({ code: 0, err: '' });
    });

    it('makes all files of a release from its ledger, as they were', async () => {
      const whole = contents(folder);
      // What a fresh checkout has.
      for (const name of readdirSync(join(folder, '2026.1'))) {
        if (name !== 'ledger.json') rmSync(join(folder, '2026.1', name));
      }
      expect(await again('2026.1', '--again')).toEqual({
        code: 0,
        out: `${FILES} of ${FILES} files of 2026.1 made as released; ${FILES - 1} put in place\n`,
        err: '',
      });
      expect(contents(folder)).toEqual(whole);
      expect((await again('--again')).out).toBe(
        `${FILES} of ${FILES} files of 2026.2 made as released; 0 put in place\n`,
      );
    });

    it('puts right a file that was changed', async () => {
      const whole = contents(folder);
      writeFileSync(join(folder, '2026.2/events.csv'), 'changed');
      expect((await again('--missing')).out).toBe(
        `${FILES} of ${FILES} files of 2026.2 made as released; 1 put in place\n`,
      );
      expect(await again('--missing')).toEqual({ code: 0, out: '', err: '' });
      expect(contents(folder)).toEqual(whole);
    });

    it('makes what is missing of every release, unless one is named', async () => {
      const whole = contents(folder);
      for (const version of ['2026.1', '2026.2']) rmSync(join(folder, version, 'events.csv'));
      expect((await again('2026.2', '--missing')).out).toBe(
        `${FILES} of ${FILES} files of 2026.2 made as released; 1 put in place\n`,
      );
      expect(existsSync(join(folder, '2026.1/events.csv'))).toBe(false);
      expect((await again('--missing')).out).toBe(
        `${FILES} of ${FILES} files of 2026.1 made as released; 1 put in place\n`,
      );
      expect(contents(folder)).toEqual(whole);
    });

    it('names what this software makes otherwise, and puts only the rest in place', async () => {
      const text = readFileSync(join(folder, 'index.json'), 'utf8');
      const { sha256 = '' } = listedOf('2026.2')?.files.find(({ name }) => name === 'events.csv') ?? {};
      writeFileSync(join(folder, 'index.json'), text.replace(sha256, '0'.repeat(64)));
      for (const name of ['events.csv', 'claims.csv']) rmSync(join(folder, '2026.2', name));
      const { code, out, err } = await again('--again');
      expect(code).toBe(1);
      expect(out).toBe(
        `${shown()}/2026.2/events.csv: released with SHA-256 ${'0'.repeat(64)}, made with ${sha256}\n` +
          `${FILES - 1} of ${FILES} files of 2026.2 made as released; 1 put in place\n`,
      );
      expect(err).toMatch(
        /^this software writes other files .+: check out the state of the repository that added 2026\.2/,
      );
      expect(existsSync(join(folder, '2026.2/events.csv'))).toBe(false);
      const json = JSON.parse((await again('--again', '--json')).out) as { files: unknown[] };
      expect(json.files).toContainEqual({ name: 'events.csv', released: '0'.repeat(64), made: sha256, written: false });
    });

    it('makes nothing from a ledger that was changed', async () => {
      const file = join(folder, '2026.1/ledger.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('Old Harbour', 'New Harbour'));
      const { code, err } = await again('2026.1', '--again');
      expect(code).toBe(2);
      expect(err).toContain(`${file} is not what was released`);
    });

    it('is refused for a release that is not listed, and with what would make another', async () => {
      expect((await again('2026.9', '--again')).err).toBe(
        `${shown()}/index.json lists no release 2026.9: name one of 2026.2, 2026.1\n`,
      );
      expect(await call('release', '--missing', '--to', join(root, 'none'))).toEqual({ code: 0, out: '', err: '' });
      expect((await call('release', '--again', '--to', join(root, 'none'))).code).toBe(2);
      expect((await again('--again', '--date', DAY)).err).toContain('leave out --date and --records');
    });
  });
});

it('releases lie where the records of the repository are held against them', () => {
  // The rule against silent edits reads the same folder.
  expect(readReleaseIndex().releases.every(({ version }) => readReleasedLedger(version).dataset === 'curated')).toBe(
    true,
  );
  expect(curatedLedger().dataset).toBe('curated');
});
