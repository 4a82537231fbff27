import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftLedger, ledgerText, load } from '@counterclaim/data';
import type { LedgerComparison, SilentEdit } from '@counterclaim/domain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, fixture } from '../../testing/call.ts';

const HARBOUR = '2020-01-02-old-harbour';
const SOURCE = 'sources/arden-herald-2020-01-03.yml';

describe('counterclaim diff', () => {
  let root = '';
  let before = '';
  let after = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'diff-'));
    before = join(root, 'before');
    after = join(root, 'after');
    for (const folder of [before, after]) cpSync(fixture('records'), folder, { recursive: true });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });
  const edit = (file: string, change: (text: string) => string, folder = after): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };
  /** The ledger of the earlier records in a file, which counts as published. */
  const published = (): string => {
    const draft = draftLedger(load(before));
    if (!draft.ok) throw new Error('the fixture cannot be read');
    const file = join(root, 'ledger.json');
    writeFileSync(file, ledgerText(draft.value));
    return file;
  };
  const CORRECTION = `    corrections:
      - date: '2021-03-01'
        field: body.quantity.value
        was: 3
        now: 5
        reason: Misread.
`;
  const five = (text: string): string => text.replace('exact, value: 3 }', 'exact, value: 5 }');
  const corrected = (text: string): string =>
    text.replace('  - slug: later-toll\n', `  - slug: later-toll\n${CORRECTION}`);

  it('ends with 0 where nothing differs, whatever the order of keys', async () => {
    edit('actors/arden.yml', (text) => text.trimEnd().split('\n').reverse().join('\n'));
    expect(await call('diff', before, after)).toEqual({
      code: 0,
      out: `${before} → ${after}: no difference\n`,
      err: '',
    });
  });

  it('tells what changed, which correction tells it, and what follows', async () => {
    edit(SOURCE, (text) => corrected(five(text)));
    const { code, out } = await call('diff', published(), after);
    expect(code).toBe(1);
    const lines = out.split('\n');
    expect(out.replace(/\s+/g, ' ')).toContain(
      `${after}: claims 1 changed; nothing in silence; assessments of 1 event differ`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '    source arden-herald-2020-01-03',
        '    ~ claim later-toll: The authority later gave three injured.',
        '        body.quantity.value: 3 → 5; corrected: Misread.',
        '  what follows',
        '    casualties:injured:all  range 3 → 5',
        '      ~ Harbour Authority of Arden: 3 → 5',
      ]),
    );
    expect(out).not.toContain('SILENT');
  });

  it('tells one reason once, above the values that were corrected for it', async () => {
    const whole = CORRECTION.replace('body.quantity.value', 'body.quantity')
      .replace('was: 3', 'was: { bound: exact, value: 3 }')
      .replace('now: 5', 'now: { bound: at-least, value: 5 }');
    const word = `      - { date: '2021-03-01', field: paraphrase, was: The authority later gave three injured., now: It gave five., reason: Misread. }\n`;
    edit(SOURCE, (text) =>
      text
        .replace('exact, value: 3 }', 'at-least, value: 5 }')
        .replace('The authority later gave three injured.', 'It gave five.')
        .replace('  - slug: later-toll\n', `  - slug: later-toll\n${whole}${word}`),
    );
    const { out } = await call('diff', published(), after);
    expect(out).toContain(`        corrected: Misread.
          body.quantity.bound: "exact" → "at-least"
          body.quantity.value: 3 → 5
          paraphrase: "The authority later gave three injured." → "It gave five."
`);
    expect(out.match(/Misread/g)).toHaveLength(1);
  });

  it('marks what was done to a published state in silence', async () => {
    edit(SOURCE, (text) => five(text).replace(/ {2}- slug: front-denies[^]*$/, ''));
    const { code, out } = await call('diff', published(), after);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain('claims 1 changed, 1 removed; 2 silent edits;');
    expect(out).toContain('        body.quantity.value: 3 → 5; SILENT: no correction tells it\n');
    expect(out).toContain('    - claim front-denies: SILENT: it went, and no redirect leads from its id\n');
    expect(out).toContain('      denied Northern Front: - Northern Front\n');
    expect(out).toContain('    responsibility:northern-front  gone: was listed\n');
    // Of two folders nobody has published anything.
    const unpublished = await call('diff', before, after);
    expect(unpublished.out).toContain('body.quantity.value: 3 → 5; no correction tells it\n');
    expect(unpublished.out).not.toContain('SILENT');
  });

  it('tells of corrections that were altered, and of those that tell what did not happen', async () => {
    edit(SOURCE, corrected, before);
    edit(SOURCE, (text) => corrected(text).replace('was: 3', 'was: 4'));
    const { out } = await call('diff', published(), after);
    expect(out).toContain('SILENT: the correction of body.quantity.value of 2021-03-01 is gone, or was altered');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'UNFOUNDED: a correction of body.quantity.value from 4 to 5 is not what happened',
    );
  });

  it('tells of records that were renamed, once, and of redirects', async () => {
    const renamed = 'herald-2020-01-03';
    edit(SOURCE, (text) => text.replaceAll('arden-herald-2020-01-03', renamed));
    writeFileSync(join(after, `sources/${renamed}.yml`), readFileSync(join(after, SOURCE)));
    rmSync(join(after, SOURCE));
    writeFileSync(
      join(after, 'redirects.yml'),
      `redirects:\n  - { type: source, from: arden-herald-2020-01-03, to: ${renamed}, date: '2021-03-01', reason: Too long. }\n`,
    );
    const { code, out } = await call('diff', published(), after);
    expect(code).toBe(1);
    expect(out).toContain(`- source arden-herald-2020-01-03: is ${renamed} since 2021-03-01: Too long.`);
    expect(out).toContain(`  + source arden-herald-2020-01-03 → ${renamed}\n`);
    expect(out).not.toContain('claim ');
    expect(out.replace(/\s+/g, ' ')).toContain('claims 4 renamed; sources 1 renamed; 1 redirect; nothing in silence');
    expect(out).not.toContain('SILENT');
  });

  it('gives it as JSON', async () => {
    edit(SOURCE, five);
    const { code, out } = await call('diff', before, after, '--json');
    expect(code).toBe(1);
    const answer = JSON.parse(out) as LedgerComparison & { silentEdits: SilentEdit[] };
    expect(answer).toMatchObject({
      before: { name: before, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      after: { name: after },
      changed: [{ type: 'claim', id: 'arden-herald-2020-01-03/later-toll' }],
      assessments: [{ event: HARBOUR }],
      silentEdits: [{ kind: 'value', field: 'body.quantity.value', was: 3, now: 5 }],
    });
  });

  it('keeps to one event where one is named', async () => {
    const other = `events/2020-01-09-other.yml`;
    writeFileSync(
      join(after, other),
      readFileSync(join(after, `events/${HARBOUR}.yml`), 'utf8').replaceAll(HARBOUR, '2020-01-09-other'),
    );
    expect((await call('diff', before, after)).code).toBe(1);
    expect((await call('diff', before, after, '--event', HARBOUR)).code).toBe(0);
    const { code, out } = await call('diff', before, after, '--event', '2020-01-09-other');
    expect(code).toBe(1);
    expect(out).toContain('+ event 2020-01-09-other: Explosions at the Old Harbour');
    expect(out).toContain('attribution none → unclaimed');
    const unknown = await call('diff', before, after, '--event', '2020-01-02-old-harbor');
    expect(unknown).toMatchObject({ code: 2, err: `no event has the id 2020-01-02-old-harbor; near: ${HARBOUR}\n` });
  });

  it.each([
    ['nowhere', /^nowhere is nothing that can be compared: name a folder of records, .+ such as main or git:HEAD~3\n$/],
    ['2026.77', /lists no release 2026\.77: there is none yet\n$/],
  ])('ends with 2 for %s', async (state, error) => {
    const { code, out, err } = await call('diff', state, after, '--releases', join(root, 'releases'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(error);
  });

  it('compares releases', async () => {
    const folder = join(root, 'releases');
    const release = (version: string, records: string) =>
      call('release', version, '--records', records, '--to', folder, '--date', '2026-01-01');
    expect(await release('2026.1', before)).toMatchObject({ code: 0 });
    edit(SOURCE, (text) => corrected(five(text)));
    const { code, out } = await call('diff', '2026.1', '--records', after, '--releases', folder);
    expect(code).toBe(1);
    expect(out).toContain('release 2026.1 → ');
    expect(out).toContain('3 → 5; corrected: Misread.');
  });

  it('names what cannot be read, and where', async () => {
    edit(`events/${HARBOUR}.yml`, (text) => text.replace('zone: ', 'zoen: '));
    const { code, err } = await call('diff', before, after);
    expect(code).toBe(2);
    expect(err).toMatch(/after\/events\/2020-01-02-old-harbour\.yml:5:1 shape: unknown key "zoen"; write zone/);
  });

  describe('with git', () => {
    const git = (...words: string[]): void => {
      execFileSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words]);
    };
    const commit = (message: string): void => {
      git('add', 'after');
      git('commit', '--quiet', '--no-gpg-sign', '-m', message);
    };
    beforeEach(() => {
      git('init', '--quiet', '--initial-branch=main');
      commit('one');
    });

    it('reads a revision, and leaves the work tree as it is', async () => {
      edit(SOURCE, five);
      commit('two');
      edit(SOURCE, corrected);
      const { mtimeMs } = statSync(join(after, SOURCE));
      const sinceOne = await call('diff', 'git:HEAD~1', '--records', after);
      expect(sinceOne.code).toBe(1);
      expect(sinceOne.out).toContain('3 → 5; corrected: Misread.');
      const sinceTwo = await call('diff', 'git:main', '--records', after);
      expect(sinceTwo.out).toContain('UNFOUNDED');
      expect((await call('diff', 'git:main~1', 'git:main', '--records', after)).out).toContain('range 3 → 5');
      expect((await call('diff', 'git:HEAD', 'git:main', '--records', after)).code).toBe(0);
      expect(statSync(join(after, SOURCE)).mtimeMs).toBe(mtimeMs);
    });

    it('takes a name that is nothing else for a revision, and a version for a release', async () => {
      edit(SOURCE, five);
      const { code, out } = await call('diff', 'main', '--records', after);
      expect(code).toBe(1);
      expect(out.replace(/\s+/g, ' ')).toMatch(/^git:main → \S+: claims 1 changed;/);
      git('branch', '2026.77');
      const release = await call('diff', '2026.77', '--records', after, '--releases', join(root, 'releases'));
      expect(release).toMatchObject({ code: 2, err: expect.stringContaining('lists no release 2026.77') as string });
    });

    it.each([
      ['--no-such-name', /unknown option/],
      ['main..main', /^main\.\.main is nothing that can be compared/],
    ])('does not take %s for one', async (state, error) => {
      const { code, err } = await call('diff', state, '--records', after);
      expect(code).toBe(2);
      expect(err).toMatch(error);
    });

    it.each([
      ['git:nowhere', 'git knows no revision nowhere here'],
      ['git:', 'git knows no revision'],
      ['git:--help', 'git knows no revision --help here'],
      ['git:HEAD..HEAD', 'git knows no revision HEAD..HEAD here'],
    ])('says that it does not know %s', async (state, error) => {
      const { code, err } = await call('diff', state, '--records', after);
      expect(code).toBe(2);
      expect(err).toContain(error);
    });

    it('says that a folder was not there yet, or is in no checkout', async () => {
      cpSync(after, join(root, 'later'), { recursive: true });
      const later = await call('diff', 'git:HEAD', '--records', join(root, 'later'));
      expect(later.err).toContain('at HEAD: name a later revision');
      rmSync(join(root, '.git'), { recursive: true });
      const { code, err } = await call('diff', 'git:HEAD', '--records', after);
      expect({ code, err }).toEqual({
        code: 2,
        err: `${after} is in no checkout of git: name a folder of records in one with --records\n`,
      });
    });

    it('says that git is missing', async () => {
      vi.stubEnv('PATH', root);
      const { code, err } = await call('diff', 'git:HEAD', '--records', after);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'git is not installed: install it, or compare folders of records\n',
      });
    });

    it('names what a revision holds that cannot be read', async () => {
      edit(`events/${HARBOUR}.yml`, (text) => text.replace('zone: ', 'zoen: '));
      commit('broken');
      const { code, err } = await call('diff', 'git:HEAD', '--records', after);
      expect(code).toBe(2);
      expect(err).toContain('git:HEAD/events/2020-01-02-old-harbour.yml:5:1 shape: unknown key "zoen"');
      expect(err).toContain('git:HEAD holds records that cannot be read');
    });
  });
});
