import { describe, expect, it } from 'vitest';
import { formatProblem } from '../problem/problem.ts';
import { parseYaml } from './yaml-file.ts';

const parse = (text: string) => parseYaml('actors/a.yml', text);
const lines = (text: string) => parse(text).problems.map((problem) => formatProblem(problem));

describe('parseYaml', () => {
  it('tells line and column of every key and value', () => {
    const { parsed } = parse('id: a\nlist:\n  - { key: "value" }\n  - text\nempty:\n');
    expect(parsed.locate(['list', 0, 'key'])).toEqual({ line: 3, column: 12 });
    expect(parsed.locate(['list', 0, 'key'], 'key')).toEqual({ line: 3, column: 7 });
    expect(parsed.locate(['list', 1])).toEqual({ line: 4, column: 5 });
    expect(parsed.locate(['empty'])).toEqual({ line: 5, column: 1 });
  });

  it('tells of a missing value where the nearest one around it stands', () => {
    const { parsed } = parse('id: a\nmap:\n  key: value\n');
    expect(parsed.locate(['map', 'missing', 'deeper'])).toEqual({ line: 3, column: 3 });
    expect(parsed.locate(['missing'])).toEqual({ line: 1, column: 1 });
  });

  it('points at words within a text, also one of several lines', () => {
    const { parsed } = parse('id: a\nname: >-\n  The first line\n  and the second\n');
    expect(parsed.locateWords(['name'], 'second')).toEqual({ line: 4, column: 11 });
    expect(parsed.locateWords(['name'], 'not there')).toEqual({ line: 2, column: 7 });
  });

  it('keeps a scalar as it is written', () => {
    expect(parse("id: 0012\nname: 'A'\n").parsed.written(['id'])).toBe('0012');
    expect(parse("id: 0012\nname: 'A'\n").parsed.written(['name'])).toBe("'A'");
  });

  it('reads dates as text and yes as text', () => {
    expect(parse('from: 2020-11-21\nsaid: yes\n').parsed.value).toEqual({ from: '2020-11-21', said: 'yes' });
  });

  it('tells each line with a tab once, and nothing that the tab brought about', () => {
    expect(lines('a:\n\tb: 1\n\tc: \t2\nd:\t3\n')).toEqual([
      'actors/a.yml:2:1 yaml: a tab; write spaces: two for each level',
      'actors/a.yml:3:1 yaml: a tab; write spaces: two for each level',
      'actors/a.yml:4:3 yaml: a tab; write spaces: two for each level',
    ]);
  });

  it('reads on after a key that stands twice', () => {
    const { parsed, problems } = parse('id: a\nid: b\n');
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      'actors/a.yml:2:1 yaml: the key "id" stands twice in one map; keep one of them',
    ]);
    expect(parsed.readable).toBe(true);
  });

  it.each([
    ['name: one: two\n', 'actors/a.yml:1:7'],
    ['name: "open\n', 'actors/a.yml:2:1'],
    ['a: 1\n---\nb: 2\n', 'actors/a.yml:2:1'],
    ['a: @b\n', 'actors/a.yml:1:4'],
    ['a: !date 2020\n', 'actors/a.yml:1:4'],
    ['a: &x 1\nb: *x\n', 'actors/a.yml:2:4'],
    ['a: *nowhere\n', 'actors/a.yml:1:4'],
    ['a: [1, 2\nb: 3\n', 'actors/a.yml:2:1'],
  ])('refuses %j with its place, without throwing', (text, place) => {
    expect(lines(text).join('\n')).toContain(`${place} yaml: `);
    expect(parse(text).parsed).toMatchObject({ readable: false, value: null });
  });
});
