import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { recordSchemas } from '../schema/record.ts';
import { registerSchemas } from '../schema/register.ts';
import { layOut } from './layout.ts';
import { modelineFor } from './modeline.ts';

const MODELINE = modelineFor('../../schemas/source.json');
const laidOut = (text: string) => layOut(text, recordSchemas.sources, MODELINE);
/** The lines below the modeline. */
const bodyOf = (text: string) => laidOut(text).split('\n').slice(1).join('\n');

describe('the layout of records', () => {
  it('puts keys in the order of the schema, those that it does not know last', () => {
    expect(bodyOf('kind: article\nnote: x\nclaims: []\nlanguage: en\nid: s\n')).toBe(
      'id: s\nlanguage: en\nkind: article\nclaims: []\nnote: x\n',
    );
    expect(bodyOf('id: s\nclaims:\n  - body: {persons: all, kind: casualties}\n    slug: a\n')).toBe(
      'id: s\nclaims:\n  - slug: a\n    body:\n      kind: casualties\n      persons: all\n',
    );
  });

  it('writes what is flat on one line, and what holds more, or is a body, on several', () => {
    const text = `claims:
  - slug: a
    about:
      - e
      - f
    claimant:
      of: group
      unnamed: an official
    evidence: {passages: [{paragraph: 1, start: 0, end: 2, sha256: x}]}
    relations: {supersedes: [s/b]}
    body: {kind: responsibility, stance: denies, actors: [{unnamed: one}]}
  - slug: b
`;
    expect(bodyOf(text)).toBe(`claims:
  - slug: a
    about: [e, f]
    claimant: { unnamed: an official, of: group }
    evidence:
      passages:
        - paragraph: 1
          start: 0
          end: 2
          sha256: x
    relations:
      supersedes: [s/b]
    body:
      kind: responsibility
      stance: denies
      actors:
        - { unnamed: one }

  - slug: b
`);
  });

  it('breaks a list that is longer than a line', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `a-source-with-a-long-name/claim-${index}`);
    expect(bodyOf(`claims:\n  - relations: {supersedes: [${ids.join(', ')}]}\n`)).toBe(
      `claims:\n  - relations:\n      supersedes:\n${ids.map((id) => `        - ${id}\n`).join('')}`,
    );
  });

  it('folds a text that is longer than a line, and no other', () => {
    const words = 'A sentence of twelve words that is told here again and again. '.repeat(4).trim();
    const written = bodyOf(`title: "${words}"\nkind: "a short one"\n`);
    expect(written).toMatch(/^title: >-\n {2}A sentence/);
    expect(written).toContain('\nkind: a short one\n');
    expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(parse(written)).toEqual({ title: words, kind: 'a short one' });
    const address = `https://example.org/${'a'.repeat(150)}`;
    expect(bodyOf(`url: ${address}\n`)).toBe(`url: ${address}\n`);
  });

  it.each([
    ['plain words', 'plain words'],
    ["the ministry's account", "the ministry's account"],
    ['2020-11-21', "'2020-11-21'"],
    ['2020-11', "'2020-11'"],
    ['2020-11-21T08:40+04:30', "'2020-11-21T08:40+04:30'"],
    ['303', "'303'"],
    ['no', "'no'"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ["it's: so", `"it's: so"`],
    ['"a"', `'"a"'`],
    [' a', "' a'"],
    ['a\nb', '"a\\nb"'],
    ['طالبان', 'طالبان'],
    ['', "''"],
    ['2020-11-21-kabul', '2020-11-21-kabul'],
  ])('writes the text %j as %s', (text, written) => {
    expect(bodyOf(stringify({ title: text }))).toBe(`title: ${written}\n`);
  });

  it('quotes on one line what would end a list there', () => {
    expect(bodyOf('claims:\n  - claimant:\n      unnamed: one, or two\n')).toBe(
      "claims:\n  - claimant: { unnamed: 'one, or two' }\n",
    );
  });

  it('keeps numbers as they are written, and null as a value', () => {
    const text = 'id: p\ngeometry: {type: point, longitude: 34.50, latitude: -3.0}\nwithin:\n';
    expect(layOut(text, recordSchemas.places, MODELINE).split('\n').slice(1, 4)).toEqual([
      'id: p',
      'geometry: { type: point, longitude: 34.50, latitude: -3.0 }',
      'within: null',
    ]);
  });

  it('keeps comments with what they stand at', () => {
    const text = `# of the file

# yaml-language-server: $schema=elsewhere.json
kind: article # of the kind
# above the title
title: t
claims:
  # above the claim
  - # beside the dash
    slug: a
    about: [e] # of about
    body:
      # above the stance
      stance: denies
      kind: responsibility
      # after the body's last key
    # after the claim's last key
  # after the last claim
  - slug: b
    about: [ # in the list
      e, # of e
      # above f
      f
    ]
# at the end
`;
    expect(laidOut(text)).toBe(`${MODELINE}
# of the file
# above the title
title: t
kind: article # of the kind
claims:
  # above the claim
  # beside the dash
  - slug: a
    about: [e] # of about
    body:
      kind: responsibility
      # above the stance
      stance: denies
      # after the body's last key
    # after the claim's last key

  # after the last claim
  - slug: b
    about: # in the list
      - e # of e
      # above f
      - f
# at the end
`);
  });

  it('gives a file without a value its first line', () => {
    expect(laidOut('')).toBe(`${MODELINE}\n`);
    expect(laidOut('# to be written\n')).toBe(`${MODELINE}\n# to be written\n`);
  });

  it('knows the files beside the folders', () => {
    const text = 'redirects:\n- {to: b, from: a, type: event, reason: one attack, date: 2021-01-01}\n- {type: actor}\n';
    expect(layOut(text, registerSchemas.redirects, MODELINE).split('\n').slice(1)).toEqual([
      'redirects:',
      '  - type: event',
      '    from: a',
      '    to: b',
      "    date: '2021-01-01'",
      '    reason: one attack',
      '',
      '  - type: actor',
      '',
    ]);
  });
});

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '2020-11-21',
    '1e3',
    'no',
    '0x1F',
    '~',
    '- a',
    '# a',
    'a: b',
    '>-',
    '"',
    "'",
    'a  b',
    'a\n b\n',
    '08:40',
  ),
  fc
    .array(fc.constantFrom('ministry', 'said', '#8', 'a:', '"so', '-', '  ', 'Kabul,'), { maxLength: 60 })
    .map((words) => words.join(' ')),
);
const scalar = fc.oneof(
  word,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.constantFrom(
  ...[
    'id',
    'title',
    'claims',
    'slug',
    'about',
    'body',
    'kind',
    'relations',
    'passages',
    'corrections',
    'was',
    'other key',
    '1',
  ],
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const record = fc.dictionary(key, anyValue, { minKeys: 1, maxKeys: 8, noNullPrototype: true });

/** A record as somebody may write it: in any style, with comments wherever a line may have one. */
const written = fc
  .record({
    value: record,
    indent: fc.integer({ min: 1, max: 4 }),
    width: fc.constantFrom(0, 40, 80),
    flow: fc.boolean(),
    quotes: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
    seqInMap: fc.boolean(),
    remarks: fc.array(fc.record({ line: fc.nat(), indent: fc.nat(9), beside: fc.boolean() }), { maxLength: 6 }),
  })
  .map(({ value, indent, width, flow, quotes, seqInMap, remarks }) => {
    const styled = stringify(value, {
      indent,
      lineWidth: width,
      defaultStringType: quotes,
      indentSeq: seqInMap,
      collectionStyle: flow ? 'flow' : 'any',
    });
    // Deep down in narrow lines the library folds what it should not: such a text says something else.
    const text = isSame(styled, value) ? styled : stringify(value);
    const comments: string[] = [];
    const lines = text.split('\n');
    for (const [index, remark] of remarks.entries()) {
      const comment = `# remark ${index}`;
      const at = remark.line % lines.length;
      const commented = remark.beside
        ? lines.with(at, `${lines[at] ?? ''} ${comment}`)
        : lines.toSpliced(at, 0, `${' '.repeat(remark.indent)}${comment}`);
      // Where the text of a value goes on, it would be no comment.
      if (!isSame(commented.join('\n'), value)) continue;
      lines.splice(0, lines.length, ...commented);
      comments.push(comment);
    }
    return { value, text: lines.join('\n'), comments };
  });

function isSame(text: string, value: unknown): boolean {
  try {
    return isDeepStrictEqual(parse(text), value);
  } catch {
    return false;
  }
}

describe('the layout of any record', () => {
  it('keeps its value and its comments, and changes nothing a second time', () => {
    fc.assert(
      fc.property(written, ({ value, text, comments }) => {
        const once = laidOut(text);
        expect(parse(once)).toEqual(value);
        expect([...once.matchAll(/# remark \d/g)].map(([comment]) => comment).sort()).toEqual(comments);
        expect(laidOut(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same however it was written', () => {
    fc.assert(
      fc.property(record, (any) => {
        // Of what JSON can write too: it has no -0, which is kept as another value than 0.
        const json = JSON.stringify(any);
        const value: unknown = JSON.parse(json);
        const one = laidOut(stringify(value));
        const otherwise = stringify(value, { indent: 4, defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
        expect(laidOut(json)).toBe(one);
        expect(laidOut(otherwise)).toBe(one);
      }),
      { examples: [[{ id: -0 }]] },
    );
  });
});
