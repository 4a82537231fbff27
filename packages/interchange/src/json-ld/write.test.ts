import fc from 'fast-check';
import { anyDossier } from '../../../domain/test/arbitrary.ts';
import type { Claim, Ledger } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { ledger } from '../../test/ledger.ts';
import { objectsOf, type Quad, quadsOf, subjectsOf } from '../../test/read-json-ld.ts';
import { CONTEXT } from './context.ts';
import { type JsonLdOptions, writeJsonLd } from './write.ts';

const SCHEMA = 'https://schema.org/';
const PROV = 'http://www.w3.org/ns/prov#';
const OA = 'http://www.w3.org/ns/oa#';
const TERM = 'urn:counterclaim:term:';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const documentOf = (records: Ledger, options?: JsonLdOptions): string => [...writeJsonLd(records, options)].join('');
const quads = await quadsOf(documentOf(ledger));
const claim = (id: string) => `urn:counterclaim:claim:${id}`;
const source = (id: string) => `urn:counterclaim:source:${id}`;
const actor = (id: string) => `urn:counterclaim:actor:${id}`;

/** The one object of a subject and a predicate. */
function objectOf(subject: string, predicate: string): string {
  const objects = objectsOf(quads, subject, predicate);
  expect(objects, `${subject} ${predicate}`).toHaveLength(1);
  return objects[0] ?? '';
}

test('every claim is a Claim with its paraphrase, and an Entity', () => {
  expect(subjectsOf(quads, TYPE, `${SCHEMA}Claim`)).toEqual(ledger.claims.map(({ id }) => claim(id)).sort());
  for (const { id, paraphrase, about } of ledger.claims) {
    expect(objectOf(claim(id), `${SCHEMA}text`)).toBe(paraphrase);
    expect(objectsOf(quads, claim(id), TYPE)).toContain(`${PROV}Entity`);
    expect(objectsOf(quads, claim(id), `${SCHEMA}about`)).toEqual(
      about.map((event) => `urn:counterclaim:event:${event}`).sort(),
    );
  }
});

test('every record is a node of its own type', () => {
  const all = (type: string) => subjectsOf(quads, TYPE, type);
  expect(all(`${SCHEMA}Event`)).toEqual(ledger.events.map(({ id }) => `urn:counterclaim:event:${id}`).sort());
  expect(all(`${SCHEMA}CreativeWork`)).toEqual(ledger.sources.map(({ id }) => source(id)).sort());
  expect(all(`${SCHEMA}Place`)).toEqual(ledger.places.map(({ id }) => `urn:counterclaim:place:${id}`).sort());
  expect(all(`${PROV}Agent`).filter((id) => id.startsWith('urn:'))).toEqual(
    ledger.actors.map(({ id }) => actor(id)).sort(),
  );
  expect(all(`${SCHEMA}Person`)).toEqual([actor('spokesman')]);
});

test('whom a claim is by, in what it stands, and who passed it on', () => {
  const id = claim('paper-2020-11-21/killed-3');
  expect(objectOf(id, `${SCHEMA}author`)).toBe(actor('spokesman'));
  expect(objectOf(id, `${PROV}wasQuotedFrom`)).toBe(source('paper-2020-11-21'));
  expect(objectOf(objectOf(id, `${TERM}via`), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first')).toBe(actor('wire'));
  const doctor = objectOf(claim('wire-2020-11-21/hospital-killed'), `${SCHEMA}author`);
  expect(objectOf(doctor, `${SCHEMA}description`)).toBe('a doctor; on duty');
  expect(objectOf(doctor, `${PROV}actedOnBehalfOf`)).toBe(actor('hospital-trust'));
});

test('a repeat is derived from its statement, which appears in both documents, first in the earlier', () => {
  const root = claim('paper-2020-11-21/killed-3');
  expect(objectOf(claim('wire-2020-11-21/killed-3'), `${PROV}wasDerivedFrom`)).toBe(root);
  expect(objectsOf(quads, root, `${SCHEMA}appearance`)).toEqual([
    source('paper-2020-11-21'),
    source('wire-2020-11-21'),
  ]);
  expect(objectOf(root, `${SCHEMA}firstAppearance`)).toBe(source('paper-2020-11-21'));
  expect(objectsOf(quads, claim('wire-2020-11-21/killed-3'), `${SCHEMA}firstAppearance`)).toEqual([]);
});

test('a claim that replaces another is its revision; one that takes another back invalidates it', () => {
  expect(objectOf(claim('wire-2020-11-21/killed-8'), `${PROV}wasRevisionOf`)).toBe(claim('paper-2020-11-21/killed-3'));
  const activity = objectOf(claim('outlet-2020-11-22/fired-23'), `${PROV}wasInvalidatedBy`);
  expect(objectOf(claim('outlet-2020-11-22/fired-24'), `${PROV}wasGeneratedBy`)).toBe(activity);
  expect(objectOf(activity, TYPE)).toBe(`${PROV}Activity`);
  expect(objectOf(activity, `${PROV}wasAssociatedWith`)).toBe(actor('group'));
  expect(objectOf(claim('wire-2020-11-21/injured'), `${TERM}shareOf`)).toBe(claim('wire-2020-11-21/killed-8'));
  expect(objectOf(claim('wire-2020-11-21/condemns'), `${TERM}respondsTo`)).toBe(claim('outlet-2020-11-22/claims'));
});

test('what the ledger took back says when and why, and appears nowhere else', () => {
  const retractions = subjectsOf(quads, TYPE, `${TERM}Retraction`);
  expect(retractions).toEqual(
    [
      `${actor('nobody')}#retraction`,
      'urn:counterclaim:event:2020-never#retraction',
      `${source('fake-2020-11-23')}#retraction`,
      `${claim('dataset-2021/miscoded')}#retraction`,
    ].sort(),
  );
  const retraction = objectOf(claim('dataset-2021/miscoded'), `${PROV}wasInvalidatedBy`);
  expect(objectOf(retraction, 'http://purl.org/dc/terms/date')).toBe('2026-02-02');
  expect(objectOf(retraction, `${SCHEMA}description`)).toBe('The row is about another land.');
});

test('corrections are comments with the old and the new value as JSON', () => {
  const comment = objectOf(source('paper-2020-11-21'), `${SCHEMA}correction`);
  expect(objectOf(comment, TYPE)).toBe(`${SCHEMA}CorrectionComment`);
  expect(objectOf(comment, `${TERM}field`)).toBe('published');
  expect(objectOf(comment, `${TERM}was`)).toBe('"2020-11-20"');
  expect(objectOf(comment, `${SCHEMA}text`)).toBe('The day was that of the print edition.');
  const values = objectsOf(quads, actor('group'), `${SCHEMA}correction`).map((id) => [
    objectOf(id, `${TERM}was`),
    objectOf(id, `${TERM}now`),
  ]);
  expect(values.sort()).toEqual([
    ['"=Grp"', '"Group"'],
    ['null', '{"name":"-the group"}'],
  ]);
});

test('an id that is no longer used leads to the one that took its place', () => {
  expect(objectOf('urn:counterclaim:event:2020-11-21-rockets', 'http://purl.org/dc/terms/isReplacedBy')).toBe(
    'urn:counterclaim:event:2020-11-21-town-rockets',
  );
});

test('a passage is a Web Annotation: paragraph, code points, digest', () => {
  const id = claim('paper-2020-11-21/killed-3');
  const annotations = subjectsOf(quads, `${OA}hasBody`, id);
  expect(annotations).toEqual([`${id}#passage-1`, `${id}#passage-2`]);
  const target = objectOf(annotations[1] ?? '', `${OA}hasTarget`);
  expect(objectOf(target, `${OA}hasSource`)).toBe(source('paper-2020-11-21'));
  expect(objectOf(target, `${TERM}sha256`)).toBe('2'.repeat(64));
  const selector = objectOf(target, `${OA}hasSelector`);
  expect(objectOf(selector, `${TERM}paragraph`)).toBe('3');
  const positions = objectOf(selector, `${OA}refinedBy`);
  expect(objectOf(positions, TYPE)).toBe(`${OA}TextPositionSelector`);
  expect([objectOf(positions, `${OA}start`), objectOf(positions, `${OA}end`)]).toEqual(['5', '9']);
  expect(objectOf(claim('wire-2020-11-21/none'), `${TERM}excerptOnly`)).toBe('true');
});

test('what is asserted keeps its bound: none is neither zero nor nothing', () => {
  const quantity = (id: string) => objectOf(objectOf(claim(id), `${TERM}asserts`), `${TERM}quantity`);
  const range = quantity('wire-2020-11-21/hospital-killed');
  expect(['minValue', 'maxValue'].map((name) => objectOf(range, SCHEMA + name))).toEqual(['9', '11']);
  expect(objectOf(range, `${TERM}best`)).toBe('10');
  const none = quantity('wire-2020-11-21/none');
  expect(objectOf(none, `${TERM}bound`)).toBe('none');
  expect(objectsOf(quads, none, `${SCHEMA}value`)).toEqual([]);
});

test('an event has its identity and nothing that is a claim', () => {
  const id = 'urn:counterclaim:event:2020-11-21-town-rockets';
  expect(objectOf(id, `${SCHEMA}startDate`)).toBe('2020-11-21T08:40+04:30');
  expect(objectOf(id, `${SCHEMA}location`)).toBe('urn:counterclaim:place:town');
  expect(objectOf(id, `${TERM}launchedFrom`)).toBe('urn:counterclaim:place:land');
  expect(objectOf('urn:counterclaim:event:2020-11-21-town-rockets-north', `${SCHEMA}superEvent`)).toBe(id);
  expect(
    ['startDate', 'endDate'].map((name) => objectOf('urn:counterclaim:event:2020-half-year', SCHEMA + name)),
  ).toEqual(['2020-05', '2020-11']);
  // "About June 2020" is no date of ISO 8601: it stays EDTF.
  expect(objectsOf(quads, 'urn:counterclaim:event:2020-never', `${SCHEMA}startDate`)).toEqual([]);
  expect(objectOf('urn:counterclaim:event:2020-never', `${TERM}time`)).toBe('2020-06~');
});

test('a centroid is a circle, its radius in metres', () => {
  const circle = objectOf('urn:counterclaim:place:town', `${SCHEMA}geo`);
  expect(objectOf(circle, TYPE)).toBe(`${SCHEMA}GeoCircle`);
  expect(objectOf(circle, `${SCHEMA}geoRadius`)).toBe('12500');
  expect(Number(objectOf(objectOf(circle, `${SCHEMA}geoMidpoint`), `${SCHEMA}longitude`))).toBe(69.17);
  expect(objectsOf(quads, 'urn:counterclaim:place:hospitals', `${SCHEMA}geo`)).toEqual([]);
});

test('names keep their language, references their registry', () => {
  const names = quads.filter(
    ({ subject, predicate }) => subject.value === actor('group') && predicate.value === `${SCHEMA}alternateName`,
  );
  expect(names.map(({ object }) => [object.value, object.language ?? '']).sort()).toEqual([
    ['-the group', ''],
    ['Grp; the', ''],
    ['گروه', 'fa'],
  ]);
  expect(objectOf(actor('state'), `${SCHEMA}sameAs`)).toBe('http://www.wikidata.org/entity/Q889');
  const other = objectOf(actor('state'), `${SCHEMA}identifier`);
  expect([objectOf(other, `${SCHEMA}propertyID`), objectOf(other, `${SCHEMA}value`)]).toEqual(['ucdp', '700']);
});

/** Every record that some record names is a node with a type of its own, or has been replaced. */
function dangling(triples: readonly Quad[], prefix: string): string[] {
  const known = new Set(
    triples.filter(({ predicate }) => predicate.value === TYPE).map(({ subject }) => subject.value),
  );
  return triples
    .map(({ object }) => object)
    .filter(
      ({ termType, value }) =>
        termType === 'NamedNode' && value.startsWith(prefix) && !value.startsWith(TERM) && !known.has(value),
    )
    .map(({ value }) => value);
}

test('no record is named that is not in the document', () => {
  expect(dangling(quads, 'urn:counterclaim:')).toEqual([]);
});

test('with a base, records are named by their pages', async () => {
  const published = await quadsOf(documentOf(ledger, { base: 'https://claims.example/kabul' }));
  expect(published).toHaveLength(quads.length);
  expect(subjectsOf(published, TYPE, `${SCHEMA}Claim`)).toContain(
    'https://claims.example/kabul/claims/paper-2020-11-21/killed-3',
  );
  expect(dangling(published, 'https://claims.example/')).toEqual([]);
  expect(published.some(({ subject }) => subject.value.startsWith('urn:'))).toBe(false);
  expect(() => documentOf(ledger, { base: 'kabul' })).toThrow(TypeError);
});

test('the document says what it is', async () => {
  const described = await quadsOf(
    documentOf(ledger, {
      dataset: {
        name: 'Fixture',
        version: '2026.1',
        published: '2026-11-21',
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
    }),
  );
  const about = (predicate: string) => objectsOf(described, 'urn:counterclaim:dataset:fixture', predicate);
  expect(about(`${SCHEMA}version`)).toEqual(['2026.1']);
  expect(about(`${SCHEMA}license`)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  expect(about(`${TERM}digest`)).toEqual([ledger.digest]);
});

test('one node a line, and the same records give the same text', () => {
  const lines = documentOf(ledger).trimEnd().split('\n');
  const { actors, places, sources, events, claims, redirects } = ledger;
  const records = [actors, places, sources, events, claims, redirects].reduce((sum, list) => sum + list.length, 0);
  expect(lines).toHaveLength(1 + 1 + records + 1);
  for (const line of lines.slice(1, -1)) expect(() => JSON.parse(line.replace(/,$/, '')) as unknown).not.toThrow();
  expect(documentOf(structuredClone(ledger))).toBe(documentOf(ledger));
});

test('every term of the context is used, and the processor refuses a key that is none', async () => {
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        keys.add(key);
        if (key === '@type') (Array.isArray(inner) ? inner : [inner]).forEach((type) => keys.add(type as string));
        else if (key !== 'was' && key !== 'now') visit(inner);
      }
    }
  };
  visit(
    (
      JSON.parse(
        documentOf(ledger, {
          dataset: { name: 'x', description: 'x', version: 'x', published: '2026', license: 'https://x.example/' },
        }),
      ) as { '@graph': unknown }
    )['@graph'],
  );
  const prefixes = ['schema', 'prov', 'oa', 'dcterms', 'xsd'];
  expect(
    Object.keys(CONTEXT).filter((term) => !keys.has(term) && !prefixes.includes(term) && !term.startsWith('@')),
  ).toEqual([]);
  await expect(quadsOf(documentOf(ledger).replace('"modality":', '"certainty":'))).rejects.toThrow();
});

test('any chains of repeats, revisions and retractions give a document that a processor takes whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async ({ event, claims, sources, actors, places }) => {
      const { redirects, dataset, digest } = ledger;
      const any = { dataset, digest, events: [event], claims, sources, actors, places, redirects };
      const triples = await quadsOf(documentOf(any));
      expect(subjectsOf(triples, TYPE, `${SCHEMA}Claim`)).toEqual(claims.map(({ id }: Claim) => claim(id)).sort());
      for (const { id, relations } of claims) {
        expect(objectsOf(triples, claim(id), `${PROV}wasRevisionOf`)).toEqual(
          [...new Set((relations?.supersedes ?? []).map(claim))].sort(),
        );
      }
    }),
    { numRuns: 25 },
  );
});
