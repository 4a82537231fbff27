import fc from 'fast-check';
import { EVENT_KINDS } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../check/check.ts';
import { HEADING, holdsHints } from '../layout/hint.ts';
import { layOutRecord } from '../layout/layout-of-records.ts';
import { load } from '../reading/load.ts';
import { parseRecord, parseRegister } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import { newActor } from './new-actor.ts';
import { newEvent } from './new-event.ts';
import { newPlace } from './new-place.ts';
import { newSource } from './new-source.ts';
import type { Scaffold, Scaffolded } from './scaffold.ts';

const good = load(new URL('../../test/good/', import.meta.url));
const redirects = parseRegister(
  'redirects',
  'redirects.yml',
  "redirects:\n  - { type: event, from: 2020-01-05-arden-fire, to: 2020-01-02-old-harbour, date: '2021-01-01', reason: one attack }\n",
).register;
const records = new Records(good.folder, good.files, good.problems, [redirects]);

const made = (scaffolded: Scaffolded): Scaffold => {
  if (!scaffolded.ok) throw new Error(JSON.stringify(scaffolded.error));
  return scaffolded.value;
};
const refused = (scaffolded: Scaffolded): string[] =>
  scaffolded.ok ? [] : scaffolded.error.map(({ field, what, remedy }) => `${field}: ${what}; ${remedy}`);

/** The records with a scaffold among them, its text changed or not. */
function withScaffold({ folder, file, id }: Scaffold, text: string): Records {
  const { record, problems } = parseRecord(folder, file, id, text);
  return new Records(records.folder, [...records.files, record], problems, records.registers);
}

const event = { title: 'Fire in Arden, 3 February 2020', time: '2020-02-03', places: [{ place: 'arden' }] };
const source = { title: 'A fire in Arden', publisher: 'arden-herald', published: '2020-02-03' };

describe('a new event', () => {
  it('is named by date, place and what, and takes its zone from the events around it', () => {
    const { file, text, open, alike } = made(newEvent(records, event, '../schemas'));
    expect(file).toBe('events/2020-02-03-arden-fire.yml');
    expect(text.slice(0, text.indexOf(HEADING))).toBe(`# yaml-language-server: $schema=../../schemas/event.json
id: 2020-02-03-arden-fire
title: Fire in Arden, 3 February 2020
kind: attack
time: '2020-02-03'
zone: Africa/Luanda
places:
  - { place: arden, role: struck }
`);
    expect(open.map(({ rule }) => rule)).toEqual(['event-is-claimed']);
    expect(alike).toBeUndefined();
  });

  it('takes the next number where its id is taken or was given up', () => {
    const harbour = { ...event, time: '2020-01-02', what: 'harbour', places: [{ place: 'old-harbour' }] };
    const second = made(newEvent(records, { ...harbour, id: undefined, title: 'Old', what: '' }, '../schemas'));
    expect(second).toMatchObject({ id: '2020-01-02-old-harbour-2', alike: 'events/2020-01-02-old-harbour.yml' });
    expect(made(newEvent(records, { ...event, time: '2020-01-05' }, '../schemas')).id).toBe('2020-01-05-arden-fire-2');
  });

  it('is refused an id that is taken or was given up, and told the next', () => {
    expect(refused(newEvent(records, { ...event, id: '2020-01-02-old-harbour' }, '../schemas'))).toEqual([
      'id: events/2020-01-02-old-harbour.yml is there already; edit that file, or take the next that is free: 2020-01-02-old-harbour-2',
    ]);
    expect(refused(newEvent(records, { ...event, id: '2020-01-05-arden-fire' }, '../schemas'))).toEqual([
      'id: 2020-01-05-arden-fire was an event until 2021-01-01, and leads to 2020-01-02-old-harbour: one attack; an id is given once: take 2020-01-05-arden-fire-2, or use 2020-01-02-old-harbour',
    ]);
    expect(refused(newEvent(records, { ...event, id: 'Arden Fire' }, '../schemas'))).toEqual([
      'id: "Arden Fire" is no id; write lower-case letters, digits and single hyphens, at most 120 characters',
    ]);
  });

  it('is told everything that stands against it at once', () => {
    const wrong = {
      title: 'Terrorists in Arden',
      time: '2020-02-31',
      kind: 'atack',
      places: [{ place: 'ardn', role: 'hit' }],
      partOf: '2020-01-05-arden-fire',
    };
    expect(refused(newEvent(records, wrong, '../schemas')).map((line) => line.split(';')[0])).toEqual([
      'places: there is no place "ardn"',
      'partOf: the event 2020-01-05-arden-fire is now 2020-01-02-old-harbour',
      'zone: zone is missing',
      'title: "Terrorists" takes a side: a judgement that one side makes of the other',
      'kind: kind is the text "atack"',
      expect.stringMatching(/^time: /),
      'places: role is the text "hit"',
    ]);
  });
});

describe('a new source', () => {
  it('is named by publisher, wire and date, and takes its language from the publisher’s others', () => {
    const { file, text, open } = made(newSource(records, { ...source, about: '2020-01-02-old-harbour' }, '../schemas'));
    expect(file).toBe('sources/arden-herald-2020-02-03.yml');
    expect(text).toContain('\nlanguage: en\nkind: article\nclaims: []\n');
    expect(text).toContain('\n#?       about: [2020-01-02-old-harbour]\n');
    expect(open.map(({ rule }) => rule)).toEqual(['orphan']);
    expect(made(newSource(records, { ...source, wire: 'arden' }, '../schemas')).id).toBe(
      'arden-herald-arden-2020-02-03',
    );
    expect(made(newSource(records, { ...source, wire: 'arden-herald' }, '../schemas')).id).toBe(
      'arden-herald-2020-02-03',
    );
  });

  it('without a date is named by what it is about', () => {
    const undated = { ...source, published: undefined };
    const about = '2020-01-02-old-harbour';
    expect(made(newSource(records, { ...undated, about }, '../schemas')).id).toBe('arden-herald-old-harbour');
    expect(made(newSource(records, undated, '../schemas')).id).toBe('arden-herald-undated');
  });

  it('keeps of a text only its digest, and is refused one that is recorded', () => {
    const { text } = made(newSource(records, { ...source, text: 'Nobody   \r\nread this.\r\n' }, '../schemas'));
    expect(text).toMatch(/\ntextDigest: [0-9a-f]{64}\n/);
    expect(text).not.toContain('Nobody');
    const recorded = good.files.find(({ id }) => id === 'arden-herald-2020-01-03')?.value as { textDigest: string };
    const digest = /textDigest: (\w+)/.exec(text)?.[1] ?? '';
    const other = good.files.map((file) =>
      file.folder === 'sources' ? { ...file, value: { ...recorded, textDigest: digest } } : file,
    );
    const again = newSource(new Records('records', other, []), { ...source, text: 'Nobody\nread this.' }, '../schemas');
    expect(refused(again)).toEqual([
      'textDigest: the text is that of sources/arden-herald-2020-01-03.yml; put its claims there',
    ]);
  });

  it('is told what is near, and how to make what is not there', () => {
    expect(refused(newSource(records, { ...source, publisher: 'arden-heralt', language: 'en' }, '../schemas'))).toEqual(
      [
        'publisher: there is no actor "arden-heralt"; write arden-herald or arden, or make it first: counterclaim new actor --id arden-heralt --name <name> --kind <kind>',
      ],
    );
  });

  it('loses the hints for what is filled in, and all of them in the end', () => {
    const scaffold = made(newSource(records, source, '../schemas'));
    const laidOut = (text: string) => layOutRecord('sources', text, '../schemas');
    expect(laidOut(scaffold.text)).toBe(scaffold.text);
    const filled = laidOut(scaffold.text.replace('claims: []', 'claims:\n  - { slug: a }'));
    expect(filled).toContain('#? url: ');
    expect(filled).not.toContain('what-it-says');
    const done = filled.replace(/^#\? (?:wire|textDigest|url).*\n/gm, '');
    expect(holdsHints(done)).toBe(true);
    expect(holdsHints(laidOut(done))).toBe(false);
  });
});

describe('a new actor, a new place', () => {
  it('are named by their names', () => {
    expect(made(newActor(records, { name: 'The Ṣanāʿ Herald', kind: 'publication' }, '../schemas'))).toMatchObject({
      file: 'actors/sana-herald.yml',
      open: [{ rule: 'orphan' }],
    });
    const point = { latitude: -3.26, longitude: 12.51, radiusKm: 1 };
    const pier = made(newPlace(records, { name: 'Pier 7', kind: 'site', point, within: 'arden' }, '../schemas'));
    expect(pier.text).toContain(
      'geometry: { type: point, longitude: 12.51, latitude: -3.26 }\nradiusKm: 1\nprecision: neighbourhood\nwithin: arden\n',
    );
    const somewhere = made(newPlace(records, { name: 'Pier 8', kind: 'site' }, '../schemas'));
    expect(somewhere.text).toContain('geometry: { type: none }\nprecision: unknown\n');
  });

  it('are refused the name of another: it is likely to be the same', () => {
    expect(refused(newActor(records, { name: 'Arden Herald', kind: 'publication' }, '../schemas'))).toEqual([
      'id: actors/arden-herald.yml is there already; use it, or give another id where it is something else: arden-herald-2 is free',
    ]);
    expect(refused(newActor(records, { name: 'طالبان', kind: 'armed-group' }, '../schemas'))).toEqual([
      'id: no id can be made of what is given; give one: lower-case letters, digits and single hyphens',
    ]);
    expect(refused(newActor(records, { name: 'Unknown', kind: 'armed-group' }, '../schemas'))).toHaveLength(1);
  });
});

describe('any new record', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('Fire in Arden', 'Talks: day two', 'no', '2020-02-03', '# a'),
  );
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const date = fc.constantFrom('2020', '2020-02', '2020-02-03', '2020-02/2020-05', '2020-02-30', '../2020', '');
  const id = optional(fc.constantFrom('a-b', 'arden', 'A', '../x'));
  const wanted = fc.oneof(
    fc
      .record({
        id,
        title: text,
        time: date,
        kind: optional(fc.constantFrom(...EVENT_KINDS)),
        what: optional(text),
        context: optional(text),
      })
      .map((each) => newEvent(records, { ...each, places: [{ place: 'arden' }] }, '../schemas')),
    fc
      .record({ id, title: text, published: optional(date), url: optional(fc.webUrl()), text: optional(text) })
      .map((each) => newSource(records, { ...each, publisher: 'arden-herald' }, '../schemas')),
    fc
      .record({ id, name: text, from: optional(date), aliases: optional(fc.array(fc.record({ name: text }))) })
      .map((each) => newActor(records, { ...each, kind: 'party' }, '../schemas')),
    fc.record({ id, name: text }).map((each) => newPlace(records, { ...each, kind: 'site' }, '../schemas')),
  );

  it('is laid out and has nothing against it but that nobody names it, or says what it has', () => {
    let accepted = 0;
    fc.assert(
      fc.property(wanted, (scaffolded) => {
        if (!scaffolded.ok) {
          for (const line of refused(scaffolded)) expect(line).toMatch(/^\w+: [^]+; [^]+$/);
          return;
        }
        accepted += 1;
        const scaffold = scaffolded.value;
        expect(layOutRecord(scaffold.folder, scaffold.text, '../schemas')).toBe(scaffold.text);
        const found = problemsOf(withScaffold(scaffold, scaffold.text)).filter(({ file }) => file === scaffold.file);
        expect(found).toEqual(scaffold.open);
        expect(found.every(({ rule }) => rule === 'orphan' || rule === 'event-is-claimed')).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
});
