import { fileURLToPath } from 'node:url';
import { compareLedgers, silentEdits } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { draftLedger } from '../check/draft.ts';
import { problemsOf } from '../check/check.ts';
import { layOutRecords } from '../layout/layout-of-records.ts';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import type { Records } from '../reading/records.ts';
import { recordsOf, releaseOf } from '../testing/records.ts';
import { correct, type WantedCorrection } from './correct.ts';
import { rename, type WantedRename } from './rename.ts';
import { retract } from './retract.ts';
import type { Ground, Revised } from './revision.ts';

const SOURCE = 'sources/arden-herald-2020-01-03.yml';
const HERALD = 'arden-herald-2020-01-03';
const HARBOUR = '2020-01-02-old-harbour';

const good = load(fileURLToPath(new URL('../../test/good', import.meta.url)));
type Texts = Readonly<Record<string, string>>;
// Laid out, so that only what a revision does is seen.
const base: Texts = Object.fromEntries(
  layOutRecords(good, '../schemas').files.map(({ file, laidOut }) => [file, laidOut]),
);
const REASON = { reason: 'Misread.', date: '2020-04-02' };

const groundOf = (texts: Texts, released: Texts | null = base): Ground => ({
  records: recordsOf(texts),
  published: released === null ? undefined : releaseOf(released),
  schemas: '../schemas',
});

/** The texts after a revision; an error names why there is none. */
function after(texts: Texts, made: Revised): Record<string, string> {
  if (!made.ok) throw new Error(JSON.stringify(made.error, null, 1));
  const now: Record<string, string> = { ...texts };
  for (const { file, before, after: text } of made.value.files) {
    expect(before).toBe(texts[file] ?? null);
    if (text === null) Reflect.deleteProperty(now, file);
    else now[file] = text;
  }
  return now;
}

const refusals = (made: Revised): string[] =>
  made.ok
    ? ['nothing refused']
    : [
        ...made.error.refusals.map(({ field, what, remedy }) => `${field}: ${what}; ${remedy}`),
        ...made.error.problems.map((problem) => formatProblem(problem)),
      ];

const problems = (texts: Texts, released: Texts = base) =>
  problemsOf(recordsOf(texts), releaseOf(released)).map((problem) => formatProblem(problem));

const correcting = (
  wanted: Partial<WantedCorrection> & Pick<WantedCorrection, 'values'>,
  texts = base,
  released = base,
) => correct(groundOf(texts, released), { records: [`claims/${HERALD}/later-toll`], ...REASON, ...wanted });

const five = [
  { field: 'body.quantity.value', text: '5' },
  { field: 'paraphrase', text: 'The authority later gave five injured.' },
];

describe('correct', () => {
  it('puts values in with the corrections that tell them, and nothing else', () => {
    const now = after(base, correcting({ values: five }));
    expect(problems(now)).toEqual([]);
    const [added, removed] = [
      (now[SOURCE] ?? '').split('\n').filter((line) => !(base[SOURCE] ?? '').split('\n').includes(line)),
      (base[SOURCE] ?? '').split('\n').filter((line) => !(now[SOURCE] ?? '').split('\n').includes(line)),
    ];
    expect(removed.map((line) => line.trim())).toEqual([
      'paraphrase: The authority later gave three injured.',
      'quantity: { bound: exact, value: 3 }',
    ]);
    expect(added).toContain('        was: The authority later gave three injured.');
    const claim = recordsOf(now).claim(`${HERALD}/later-toll`)?.field;
    expect(claim?.get('corrections').value).toEqual([
      { date: '2020-04-02', field: 'body.quantity.value', was: 3, now: 5, reason: 'Misread.' },
      expect.objectContaining({ field: 'paraphrase', now: 'The authority later gave five injured.' }),
    ]);
  });

  it('writes nothing where a rule would speak', () => {
    expect(refusals(correcting({ values: five.slice(0, 1) }))).toEqual([
      expect.stringContaining('paraphrase-number: the paraphrase does not speak of 5'),
    ]);
    const mixed = correcting({
      records: [`claims/${HERALD}/later-toll`, `claims/${HERALD}/nowhere`],
      values: [{ field: 'hedge', text: 'so far' }],
    });
    expect(refusals(mixed)).toEqual([expect.stringContaining(`there is no claim ${HERALD}/nowhere`)]);
  });

  it('keeps comments, and lays the file out', () => {
    const commented = (base[SOURCE] ?? '')
      .replace('    hedge: so far', '    # its own words\n    hedge: so far # twice')
      .replace('published:   ', 'published: ');
    const texts = { ...base, [SOURCE]: `${commented}# the end\n` };
    const wanted = { records: [`${HERALD}/first-toll`], values: [{ field: 'hedge', text: 'initially' }] };
    const text = after(texts, correcting(wanted, texts))[SOURCE];
    for (const kept of ['    # its own words\n    hedge: initially # twice\n', '# the end'])
      expect(text).toContain(kept);
  });

  it('takes values away, and what is empty then', () => {
    const gone = (field: string, claim = 'first-toll') =>
      after(base, correcting({ records: [`${HERALD}/${claim}`], values: [{ field, text: undefined }] }));
    expect(gone('hedge')[SOURCE]).toContain('now: null');
    expect(problems(gone('hedge'))).toEqual([]);
    const without = gone('relations.supersedes.0', 'later-toll');
    expect(problems(without)).toEqual([]);
    expect(recordsOf(without).claim(`${HERALD}/later-toll`)?.field.get('relations').exists).toBe(false);
    expect(refusals(correcting({ values: [{ field: 'claimant', text: undefined }] }))).toEqual([
      'value: the value is null, and a claim is never without claimant; give a value that it may have',
    ]);
  });

  it('tells the whole list where an item goes from its midst', () => {
    const actor = 'actors/northern-front.yml';
    const listed = {
      ...base,
      [actor]: `${base[actor] ?? ''}aliases: [{ name: A }, { name: B }]\n`.replace(/aliases:\n( .*\n)+/, ''),
    };
    const made = correcting(
      { records: ['northern-front'], values: [{ field: 'aliases.0', text: undefined }] },
      listed,
      listed,
    );
    const now = after(listed, made);
    expect(recordsOf(now).record('actors', 'northern-front')?.get('corrections').value).toEqual([
      { ...REASON, field: 'aliases', was: [{ name: 'A' }, { name: 'B' }], now: [{ name: 'B' }] },
    ]);
    expect(problems(now, listed)).toEqual([]);
  });

  it('takes text for text where only text may stand', () => {
    const made = correcting({ records: [HARBOUR], values: [{ field: 'title', text: 'Harbour: two explosions' }] });
    expect(after(base, made)[`events/${HARBOUR}.yml`]).toContain("title: 'Harbour: two explosions'");
    const year = correcting({ records: [HERALD], values: [{ field: 'published', text: '2020' }] });
    expect(after(base, year)[SOURCE]).toContain("published: '2020'");
  });

  it('needs no correction where nothing was released', () => {
    const { [SOURCE]: whole = '', ...others } = base;
    const released = { ...others, [SOURCE]: whole.replace(/ {2}- slug: front-denies[^]*$/, '') };
    const made = correcting(
      { records: ['front-denies'], values: [{ field: 'paraphrase', text: 'The Northern Front denied it.' }] },
      base,
      released,
    );
    expect(after(base, made)[SOURCE]).not.toContain('corrections');
    expect(made.ok && made.value.notes).toEqual([
      `claims/${HERALD}/front-denies is not in release 2020.1: it needs no correction`,
    ]);
    // Where no release is known, everything may have been released.
    const unknown = correct(groundOf(base, null), {
      records: [HARBOUR],
      values: [{ field: 'title', text: 'T' }],
      ...REASON,
    });
    expect(after(base, unknown)[`events/${HARBOUR}.yml`]).toContain('corrections');
  });

  it('tells what was changed by hand, and puts back what was', () => {
    const event = `events/${HARBOUR}.yml`;
    const edited = { ...base, [event]: (base[event] ?? '').replace(/title: .*/, 'title: Blasts') };
    const title = (text: string) => correcting({ records: [HARBOUR], values: [{ field: 'title', text }] }, edited);
    const told = after(edited, title('Blasts'));
    expect(problems(told)).toEqual([]);
    expect(told[event]).toContain('was: Explosions at the Old Harbour');
    const back = title('Explosions at the Old Harbour');
    expect(after(edited, back)[event]).toBe(base[event]);
    expect(back.ok && back.value.notes).toEqual([`events/${HARBOUR} is as it was released: it needs no correction`]);
  });

  it.each([
    [
      { field: 'body.quantity.vlaue', text: '5' },
      'field: a claim has no field "body.quantity.vlaue"; write body.quantity.value',
    ],
    [{ field: 'slug', text: 'x' }, 'field: a slug is part of the claim’s id, which is never corrected'],
    [{ field: 'body.quantity.value', text: 'many' }, 'value: the value is "many", which body.quantity.value never is'],
    [
      { field: 'body.quantity.value', text: '3' },
      `value: body.quantity.value of claims/${HERALD}/later-toll is 3 already`,
    ],
    [{ field: 'body.quantity', text: '{ bound: [' }, 'value: "{ bound: [" is no YAML'],
    [{ field: 'hedge', text: '' }, 'value: '],
    [{ field: 'about.3', text: 'x' }, 'field: about.3 leads nowhere'],
  ])('refuses %j', (value, why) => {
    expect(refusals(correcting({ values: [value] }))).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['arden', 'record: 2 records are called arden; write actors/arden or places/arden'],
    ['harbour-spokesmen', 'record: no record has the id harbour-spokesmen; write actors/harbour-spokesman'],
    ['events/nowhere', 'record: there is no event nowhere'],
  ])('says which record is meant by %s', (name, why) => {
    const made = correcting({ records: [name], values: [{ field: 'name', text: 'N' }] });
    expect(refusals(made)).toEqual([expect.stringContaining(why)]);
  });
});

describe('retract', () => {
  const retracting = (records: string[], texts = base) => retract(groundOf(texts), { records, ...REASON });

  it('writes that records were taken back, all or none', () => {
    const now = after(base, retracting([`claims/${HERALD}/dockers`]));
    expect(problems(now)).toEqual([]);
    expect(now[SOURCE]).toContain("    retracted:\n      date: '2020-04-02'\n      reason: Misread.\n");
    expect(refusals(retracting(['dockers'], now))).toEqual([
      `record: claims/${HERALD}/dockers was retracted on 2020-04-02; leave it as it is`,
    ]);
  });

  it('lists all that stands and names it, and what could go along', () => {
    const found = refusals(retracting([`${HERALD}/first-toll`]));
    expect(found).toEqual([
      expect.stringMatching(/^record: a record that stands names .*: claims\/arden-herald-2020-01-03\/later-toll$/),
      expect.stringMatching(/^sources\/arden-herald-2020-01-03\.yml:\d+:\d+ retracted: .*name another claim/),
    ]);
    expect(refusals(retracting(['northern-front'])).join('\n')).toContain('front-denies');
    expect(retracting([`${HERALD}/first-toll`, `${HERALD}/later-toll`, `${HERALD}/dockers`]).ok).toBe(true);
  });
});

describe('rename', () => {
  const ledgerOf = (records: Records) => {
    const draft = draftLedger(records);
    if (!draft.ok) throw new Error('no ledger');
    return draft.value;
  };
  const renaming = (
    type: WantedRename['type'],
    from: string,
    to: string,
    texts = base,
    more: Partial<WantedRename> = {},
  ) => rename(groundOf(texts), { type, from, to, into: false, ...REASON, ...more });

  it.each([
    ['actor', 'harbour-authority', 'port-authority'],
    ['place', 'arden', 'arden-town'],
    ['event', HARBOUR, '2020-01-02-harbour'],
    ['source', HERALD, 'herald-2020-01-03'],
    ['claim', `${HERALD}/later-toll`, 'second-toll'],
  ] as const)('gives the %s %s the id %s, and changes nothing else', (type, from, to) => {
    const now = after(base, renaming(type, from, to));
    expect(problems(now)).toEqual([]);
    const comparison = compareLedgers(ledgerOf(recordsOf(base)), ledgerOf(recordsOf(now)));
    expect(silentEdits(comparison)).toEqual([]);
    expect(comparison.assessments).toEqual([]);
    expect(comparison.redirects.added).toMatchObject([{ type, from, ...REASON }]);
    // And on: both old ids lead to the last one.
    const onward = renaming(type, type === 'claim' ? `${HERALD}/${to}` : to, `${to}-2`, now);
    const last = after(now, onward);
    expect(problems(last)).toEqual([]);
    expect(ledgerOf(recordsOf(last)).redirects.map((redirect) => redirect.from)).toEqual([from]);
  });

  it('leads the claims of a source that was renamed', () => {
    const moved = after(base, renaming('source', HERALD, 'herald'));
    const now = after(moved, renaming('claim', 'herald/dockers', 'of-its-staff', moved));
    expect(problems(now)).toEqual([]);
    expect(now['redirects.yml']).toContain(`from: ${HERALD}/dockers\n    to: herald/of-its-staff\n`);
  });

  it('moves exceptions and floors', () => {
    const registers = {
      'exceptions.yml': `exceptions:\n  - rule: paraphrase-number\n    record: claims/${HERALD}/dockers\n    reason: R\n`,
      'assertions.yml': `events:\n  ${HARBOUR}: { claims: 1 } # few\nexceptions: { most: 1 }\n`,
    };
    const texts = {
      ...base,
      ...registers,
      [SOURCE]: (base[SOURCE] ?? '').replace('One of the injured was on its staff.', 'Two of them.'),
    };
    const ground = { ...groundOf(texts, texts) };
    const moved = after(texts, rename(ground, { type: 'source', from: HERALD, to: 'herald', into: false, ...REASON }));
    expect(moved['exceptions.yml']).toContain('record: claims/herald/dockers');
    const event = after(texts, rename(ground, { type: 'event', from: HARBOUR, to: 'e', into: false, ...REASON }));
    expect(event['assertions.yml']).toContain('  e: { claims: 1 } # few\n');
  });

  it('merges a record into another', () => {
    const twin = 'actors/harbor-authority.yml';
    const texts: Texts = {
      ...base,
      [twin]: (base['actors/harbour-authority.yml'] ?? '').replace('id: harbour-authority', 'id: harbor-authority'),
      'actors/harbour-spokesman.yml': (base['actors/harbour-spokesman.yml'] ?? '').replace(
        'partOf: harbour',
        'partOf: harbor',
      ),
    };
    const made = rename(groundOf(texts, texts), {
      type: 'actor',
      from: 'harbor-authority',
      to: 'harbour-authority',
      into: true,
      ...REASON,
    });
    const now = after(texts, made);
    expect(now[twin]).toBeUndefined();
    expect(now['actors/harbour-spokesman.yml']).toContain('partOf: harbour-authority');
    expect(problems(now, texts)).toEqual([]);
  });

  const copied = (change: (text: string) => string): Texts => ({
    ...base,
    'sources/copy.yml': change(
      (base[SOURCE] ?? '')
        .replace(`id: ${HERALD}\n`, 'id: copy\n')
        .replaceAll(`${HERALD}/`, 'copy/')
        .replace(/url: .*\n/, ''),
    ),
  });
  const merging = (texts: Texts) =>
    rename(groundOf(texts, texts), { type: 'source', from: 'copy', to: HERALD, into: true, ...REASON });

  it('merges sources: the claims of the one go to the other, once', () => {
    const texts = copied((text) => text.replace('slug: front-denies', 'slug: front-denial'));
    const now = after(texts, merging(texts));
    expect(problems(now, texts)).toEqual([]);
    expect([...recordsOf(now).ids('claims')]).toEqual(
      ['first-toll', 'later-toll', 'dockers', 'front-denies', 'front-denial'].map((slug) => `${HERALD}/${slug}`),
    );
  });

  it('merges no claims that would be lost', () => {
    const other = copied((text) =>
      text.replace('value: 2 }', 'value: 4 }').replace('first gave two', 'first gave four'),
    );
    expect(refusals(merging(other))).toEqual([
      expect.stringMatching(
        /^from: the claim first-toll of sources\/copy\.yml:\d+ is another than that of sources\/arden/,
      ),
    ]);
    const later = copied((text) =>
      text.replace('slug: dockers', 'slug: crew').replace(/textDigest: ..../, 'textDigest: 0000'),
    );
    expect(refusals(merging(later))).toEqual([
      expect.stringContaining('cites passages of a text with another textDigest'),
    ]);
  });

  it.each([
    ['actor', 'harbour-authority', 'arden', 'to: actors/arden.yml:2 bears the id arden; take another id, or'],
    ['actor', 'harbour-authority', 'Port', 'to: "Port" is no id'],
    ['actor', 'harbour-authority', 'harbour-authority', 'to: harbour-authority is its id already'],
    ['actor', 'nobody', 'x', 'from: there is no actor nobody'],
    ['claim', `${HERALD}/dockers`, 'other/dockers', `to: a claim stays with its document, which is ${HERALD}`],
  ] as const)('refuses to rename %s %s to %s', (type, from, to, why) => {
    expect(refusals(renaming(type, from, to))).toEqual([expect.stringContaining(why)]);
  });

  it('gives an id once, and merges only into what is there', () => {
    const now = after(base, renaming('actor', 'harbour-authority', 'port'));
    expect(refusals(renaming('actor', 'port', 'harbour-authority', now))).toEqual([
      'to: harbour-authority was given up on 2020-04-02, and leads to port; an id is given once: take another',
    ]);
    expect(refusals(renaming('actor', 'northern-front', 'northern-frond', base, { into: true }))).toEqual([
      expect.stringContaining('to: there is no actor northern-frond; write actors/northern-front'),
    ]);
  });

  it('refuses to merge what a claim names together', () => {
    const twin = 'actors/front.yml';
    const texts: Texts = {
      ...base,
      [twin]: (base['actors/northern-front.yml'] ?? '').replace('id: northern-front', 'id: front'),
      [SOURCE]: (base[SOURCE] ?? '').replace('actors: [northern-front]', 'actors: [northern-front, front]'),
    };
    const made = rename(groundOf(texts, texts), {
      type: 'actor',
      from: 'front',
      to: 'northern-front',
      into: true,
      ...REASON,
    });
    expect(refusals(made)).toEqual([
      expect.stringMatching(/names front and northern-front together; correct it first/),
    ]);
  });
});

it('changes nothing beside files that cannot be read', () => {
  const texts = { ...base, 'actors/broken.yml': 'id: [\n' };
  const ground = { ...groundOf(base), records: recordsOf(texts) };
  const made = retract(ground, { records: ['dockers'], ...REASON });
  expect(refusals(made)[0]).toMatch(/^actors\/broken\.yml:\d+:\d+ yaml: /);
});
