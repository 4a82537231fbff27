import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';

describe('counterclaim check', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
    cpSync(fixture('records'), folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const spoil = () => {
    writeFileSync(join(folder, 'places/quay.yml'), 'id: quay\nname: The Quay\nkind: site\nwithin: adren\n');
    writeFileSync(join(folder, 'actors/tab.yml'), 'id:\ttab\n');
  };

  it('tells the digest of records without a problem', async () => {
    const { code, out, err } = await call('check', folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^1 event, 1 source, 4 claims, 5 actors, 2 places: no problems\ndigest [0-9a-f]{64}\n$/);
  });

  it('reports all problems of all files, by paths that can be opened from here', async () => {
    spoil();
    const { code, out, err } = await call('check', folder);
    const shown = relative(process.cwd(), folder);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      `${shown}/actors/tab.yml:1:1 orphan: no source, event or claim names tab; name it where it speaks or is spoken of, or take the file away`,
      `${shown}/actors/tab.yml:1:1 shape: kind is missing; add kind: state, ministry, agency, military, command, police, court, office, embassy, international-organisation, armed-group, party, ngo, hospital, company, community, publication, dataset, outlet or office-holder`,
      `${shown}/actors/tab.yml:1:1 shape: name is missing; add name`,
      `${shown}/actors/tab.yml:1:4 yaml: a tab; write spaces: two for each level`,
      `${shown}/places/quay.yml:1:1 orphan: no source, event or claim names quay; name it where something happened, or take the file away`,
      `${shown}/places/quay.yml:1:1 shape: geometry is missing; add geometry`,
      `${shown}/places/quay.yml:1:1 shape: precision is missing; add precision: exact, near, neighbourhood, settlement, adm2, adm1, line-or-area, country, sea-or-air or unknown`,
      `${shown}/places/quay.yml:4:9 reference: there is no place "adren"; write arden, or add places/adren.yml`,
    ]);
    expect(err).toBe(`8 problems in 2 files of ${shown}\n`);
  });

  it('gives them as JSON', async () => {
    const good = JSON.parse((await call('check', '--json', folder)).out) as unknown;
    expect(good).toEqual({
      folder: relative(process.cwd(), folder),
      release: null,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      problems: [],
    });
    spoil();
    const { code, out } = await call('check', '--json', folder);
    const { digest, problems } = JSON.parse(out) as { digest: unknown; problems: unknown[] };
    expect(code).toBe(1);
    expect(digest).toBeNull();
    expect(problems).toHaveLength(8);
    expect(problems[3]).toEqual({
      file: 'actors/tab.yml',
      line: 1,
      column: 4,
      rule: 'yaml',
      what: 'a tab',
      remedy: 'write spaces: two for each level',
    });
  });

  describe('against a release', () => {
    let releases = '';
    beforeEach(async () => {
      releases = mkdtempSync(join(tmpdir(), 'releases-'));
      const made = await call('release', '2020.1', '--records', folder, '--to', releases, '--date', '2020-03-31');
      expect(made.code).toBe(0);
    });
    afterEach(() => {
      rmSync(releases, { recursive: true });
    });
    const place = () => join(folder, 'places/arden.yml');
    const rename = (more = '') => {
      writeFileSync(place(), `${readFileSync(place(), 'utf8').replace(/^name: .*$/m, 'name: New Arden')}${more}`);
    };

    it('names the release that nothing differs from', async () => {
      expect((await call('check', folder, '--releases', releases)).out).toContain(
        ': no problems, held against release 2020.1 of 2020-03-31\n',
      );
      const json = (await call('check', folder, '--json', '--releases', releases)).out;
      expect(JSON.parse(json)).toMatchObject({ release: '2020.1' });
    });

    it('finds what was edited in silence, until a correction tells it', async () => {
      rename();
      const { code, out } = await call('check', folder, '--releases', releases);
      expect(code).toBe(1);
      expect(out).toBe(
        `${relative(process.cwd(), place())}:2:7 silent-edit: name of arden was "Arden" in release 2020.1, and is "New Arden"; put it back, or ` +
          `tell it: counterclaim correct places/arden name '"New Arden"' --reason '…'\n`,
      );
      expect((await call('check', folder)).code).toBe(0);
      rename(
        `corrections:\n  - { date: '2020-04-01', field: name, was: "Arden", now: "New Arden", reason: Its own name. }\n`,
      );
      expect((await call('check', folder, '--releases', releases)).code).toBe(0);
    });

    it('refuses a folder that lists none', async () => {
      const { code, err } = await call('check', folder, '--releases', join(releases, 'nowhere'));
      expect(code).toBe(2);
      expect(err).toMatch(
        /nowhere lists no release: name the folder that holds index\.json, or leave --releases out\n$/,
      );
    });
  });

  it('checks the curated records unless told otherwise', async () => {
    expect((await call('check', '--json')).out).toContain('packages/data/records"');
  });
});
