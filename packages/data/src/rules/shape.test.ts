import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { shape } from './shape.ts';

const place = `id: p
name: P
kind: site
geometry: { type: point, longitude: 1, latitude: 2 }
precision: near
`;
const claim = (body: string, more = '') =>
  `slug: a\nabout: [e]\nclaimant: c\nevidence: { excerpt: true }\nparaphrase: Something was said.\n${more}body: ${body}`;
const source = (text: string) => `title: T\npublisher: p\nlanguage: en\nkind: article\n${sourceWith(text)}`;
const inPlace = (change: (text: string) => string) => found(shape, { 'places/p.yml': change(place) });
const inClaim = (body: string, more?: string) => found(shape, { 'sources/s.yml': source(claim(body, more)) });

describe('shape', () => {
  it('accepts records of their kind', () => {
    expect(inPlace((text) => text)).toEqual([]);
    expect(inClaim('{ kind: reaction, stance: warns }')).toEqual([]);
  });

  it('suggests the key that was meant, and does not call that one missing', () => {
    expect(inPlace((text) => text.replace('precision', 'precison'))).toEqual([
      'places/p.yml:5:1 unknown key "precison"; write precision, or take it away',
    ]);
  });

  it('lists the keys that are known where none is near', () => {
    expect(inClaim('{ kind: reaction, stance: warns, severity: 3 }')).toEqual([
      'sources/s.yml:12:44 unknown key "severity"; take it away: known here are kind, stance',
    ]);
  });

  it('explains a number written as text, and text written as a number', () => {
    expect(inPlace((text) => text.replace('longitude: 1', "longitude: '1'"))).toEqual([
      'places/p.yml:4:37 longitude is the text "1"; write 1 without quotes',
    ]);
    expect(inPlace((text) => `${text}refs: { ucdp: 0012 }\n`)).toEqual([
      "places/p.yml:6:15 ucdp is the number 12; write it in quotes: '0012'",
    ]);
    expect(inClaim("{ kind: occurrence, what: x, happened: 'true' }")).toEqual([
      'sources/s.yml:12:50 happened is the text "true"; write true without quotes',
    ]);
  });

  it('names what is missing, at the map that lacks it', () => {
    expect(inPlace((text) => text.replace('kind: site\n', ''))).toEqual([
      'places/p.yml:1:1 kind is missing; add kind: country, adm1, adm2, settlement, district, neighbourhood, site, area or sites',
    ]);
    expect(inClaim('{ kind: statement }')).toEqual([
      'sources/s.yml:12:11 topic is missing; add topic: context, intention, relation, prediction or policy',
    ]);
  });

  it('suggests the word that was meant', () => {
    expect(inPlace((text) => text.replace('kind: site', 'kind: settlment'))).toEqual([
      'places/p.yml:3:7 kind is the text "settlment"; write settlement; known are country, adm1, adm2, settlement, district, neighbourhood, site, area, sites',
    ]);
    expect(inClaim('{ kind: casualty }')[0]).toMatch(
      /^sources\/s\.yml:12:19 kind is the text "casualty"; write casualties; known are /,
    );
  });

  it('says of a choice of types what each would be', () => {
    expect(
      found(shape, {
        'sources/s.yml': source(claim('{ kind: reaction, stance: warns }').replace('claimant: c', 'claimant: 8')),
      }),
    ).toEqual(['sources/s.yml:9:15 claimant is the number 8; write an id or a map']);
    expect(inClaim('{ kind: parties, sides: [{ unamed: a guard }] }')).toEqual([
      'sources/s.yml:12:38 unknown key "unamed"; write unnamed, or take it away',
    ]);
    expect(
      found(shape, {
        'sources/s.yml': source(claim('{ kind: reaction, stance: warns }').replace('excerpt', 'exerpt')),
      }),
    ).toEqual(['sources/s.yml:10:17 unknown key "exerpt"; write excerpt, or take it away']);
  });

  it('refuses keys of two forms in one map', () => {
    const both = claim('{ kind: reaction, stance: warns }').replace(
      '{ excerpt: true }',
      '{ excerpt: true, passages: [] }',
    );
    expect(found(shape, { 'sources/s.yml': source(both) })).toEqual([
      'sources/s.yml:10:32 passages does not go with excerpt; keep one form: take passages or excerpt away',
    ]);
  });

  it('explains zero, and numbers out of bounds', () => {
    expect(inClaim('{ kind: count, measure: m, quantity: { bound: exact, value: 0 } }')).toEqual([
      'sources/s.yml:12:71 value is 0; zero is bound: none, without a value; not knowing of any is bound: none-known',
    ]);
    expect(inPlace((text) => text.replace('latitude: 2', 'latitude: 93'))).toEqual([
      'places/p.yml:4:50 latitude is 93; write 90 at most',
    ]);
    expect(inPlace((text) => `${text}radiusKm: 0\n`)).toEqual(['places/p.yml:6:11 radiusKm is 0; write more than 0']);
  });

  it('counts the characters of what is too long', () => {
    expect(inClaim('{ kind: reaction, stance: warns }', `hedge: ${'x'.repeat(61)}\n`)).toEqual([
      'sources/s.yml:12:12 hedge has 61 characters; shorten it to 60 at most',
    ]);
  });

  it('leaves ids, dates, zones, digests and positions to the rules that say more', () => {
    const files = {
      'events/e.yml': 'id: e\ntitle: T\nkind: attack\ntime: soon\nzone: +04:30\nplaces: []\n',
      'sources/s.yml': source(
        claim('{ kind: reaction, stance: warns }')
          .replace('{ excerpt: true }', '{ passages: [{ paragraph: 0, start: 1, end: 0, sha256: x }] }')
          .replace('claimant: c', 'claimant: No Id'),
      ),
    };
    expect(found(shape, files)).toEqual([]);
  });

  it('says once that a file is empty', () => {
    expect(found(shape, { 'places/p.yml': '# nothing\n' })).toEqual([
      'places/p.yml:1:1 the file is empty; write the record, or take the file away',
    ]);
    expect(found(shape, { 'places/p.yml': '- a\n' })).toHaveLength(1);
  });
});
