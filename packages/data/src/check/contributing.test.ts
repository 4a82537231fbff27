import { readFileSync } from 'node:fs';
import { CLAIM_KINDS, claimBodySchema } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verify } from '../document/verify.ts';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import { RULES } from '../rules/index.ts';
import { recordsOf } from '../testing/records.ts';
import { problemsOf } from './check.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('CONTRIBUTING.md', () => {
  const guide = read('CONTRIBUTING.md');

  it('says of every rule what it wants', () => {
    const table = guide.replace(/ {2,}/g, ' ');
    for (const { id, wants } of RULES) expect(table).toContain(`| \`${id}\` | ${wants} |`);
  });

  it('gives an example that keeps every rule, and whose passages are in its text', () => {
    const good = Object.fromEntries(
      load(new URL('../../test/good/', import.meta.url)).files.map(({ file, text }) => [file, text]),
    );
    const examples = [...guide.matchAll(/```yaml\n# (\S+\.yml)\n([^]*?)```/g)].map(([, file = '', text = '']) => [
      file,
      text,
    ]);
    const records = recordsOf({ ...good, ...(Object.fromEntries(examples) as Record<string, string>) });
    const invented = guide.slice(guide.indexOf('An invented newspaper text'), guide.indexOf('Ask who says what'));
    const text = [...invented.matchAll(/^> ?(.*\n)/gm)].map(([, line = '']) => line).join('');
    expect(text).toBe(read('test/texts/arden-herald-2020-01-03.txt'));
    expect(examples).toHaveLength(4);
    expect(problemsOf(records).map((problem) => formatProblem(problem))).toEqual([]);
    expect(verify(records, () => text)).toMatchObject({ problems: [], passages: 4 });
  });

  describe.each(CLAIM_KINDS)('on %s', (kind) => {
    const [, section = ''] = new RegExp(`^### \`${kind}\`\\n([^]*?)(?=^##)`, 'm').exec(guide) ?? [];
    const bodies = (mark: string): unknown[] =>
      [...section.matchAll(new RegExp(`^- ${mark} \`([^\`]+)\``, 'gm'))].map(([, body = '']) => parse(body) as unknown);

    it('shows bodies that are well coded', () => {
      const good = bodies('👍').map((body) => claimBodySchema.parse(body));
      expect(good.map((body) => body.kind)).toContain(kind);
    });

    it('shows what is not, and would not have been refused', () => {
      // What the schema refuses needs no warning.
      const bad = bodies('👎').map((body) => claimBodySchema.parse(body));
      expect(bad).not.toEqual([]);
      for (const body of bad) expect(bodies('👍')).not.toContainEqual(body);
    });
  });
});
