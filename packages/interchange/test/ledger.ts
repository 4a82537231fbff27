import { type Ledger, ledgerSchema } from '@counterclaim/domain';

const digest = (digit: string): string => digit.repeat(64);

const passages = (...all: { paragraph: number; start: number; end: number }[]) => ({
  passages: all.map((passage, index) => ({ ...passage, sha256: digest(String(index + 1)) })),
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** What stands in every claim of the fixture unless a claim says otherwise. */
const claim = (id: string, more: Readonly<Record<string, unknown>>) => ({
  id,
  source: id.slice(0, id.indexOf('/')),
  about: ['2020-11-21-town-rockets'],
  claimant: 'ministry',
  evidence: { excerpt: true },
  paraphrase: `Paraphrase of ${id}.`,
  modality: 'asserted',
  ...more,
});

const killed = (quantity: object, more: object = {}) => ({
  kind: 'casualties',
  outcome: 'killed',
  persons: 'all',
  quantity,
  ...more,
});

/**
 * A small made-up ledger that has everything once: every kind of claim and of record, chains of repeats, supersessions and
 * retractions, corrections, retracted records, a redirect, and texts that formats trip over.
 */
export const ledger: Ledger = ledgerSchema.parse({
  dataset: 'fixture',
  digest: digest('d'),
  actors: [
    { id: 'state', name: 'State', kind: 'state', refs: { wikidata: 'Q889', ucdp: '700' } },
    { id: 'ministry', name: 'Ministry of “Interior”, Affairs', kind: 'ministry', partOf: 'state', from: '2001-12' },
    {
      id: 'spokesman',
      name: 'A. Speaker',
      kind: 'office-holder',
      partOf: 'ministry',
      from: '2019',
      until: '2021-08-15',
    },
    {
      id: 'group',
      name: 'Group',
      kind: 'armed-group',
      aliases: [{ name: 'گروه', language: 'fa' }, { name: 'Grp; the' }, { name: '-the group' }],
      corrections: [
        {
          date: '2026-03-01',
          field: 'aliases.2',
          was: null,
          now: { name: '-the group' },
          reason: 'A name was missing.',
        },
        { date: '2026-04-01', field: 'name', was: '=Grp', now: 'Group', reason: 'Wrong; "was" <b>bold</b> & more.' },
      ],
    },
    { id: 'outlet', name: 'Outlet', kind: 'outlet', partOf: 'group' },
    { id: 'wire', name: 'Wire', kind: 'publication' },
    { id: 'paper', name: 'Paper', kind: 'publication' },
    { id: 'hospital-trust', name: 'Hospital trust', kind: 'hospital' },
    { id: 'dataset', name: 'Dataset', kind: 'dataset' },
    { id: 'party', name: 'Party', kind: 'party' },
    {
      id: 'nobody',
      name: 'Coded twice',
      kind: 'ngo',
      retracted: { date: '2026-05-01', reason: 'It was the same as another.' },
    },
  ].sort(byId),
  places: [
    {
      id: 'town',
      name: 'Town',
      kind: 'settlement',
      geometry: { type: 'point', longitude: 69.17, latitude: 34.53 },
      radiusKm: 12.5,
      precision: 'settlement',
      within: 'land',
      aliases: [{ name: 'شهر', language: 'fa' }],
      refs: { wikidata: 'Q5838' },
    },
    {
      id: 'land',
      name: 'Land',
      kind: 'country',
      geometry: { type: 'point', longitude: -0.5, latitude: -33 },
      precision: 'country',
    },
    {
      id: 'hospitals',
      name: 'hospitals',
      kind: 'sites',
      geometry: { type: 'none' },
      precision: 'unknown',
      within: 'town',
    },
  ].sort(byId),
  events: [
    {
      id: '2020-11-21-town-rockets',
      title: 'Rockets on Town',
      kind: 'attack',
      time: '2020-11-21T08:40+04:30',
      zone: 'Asia/Kabul',
      places: [
        { place: 'town', role: 'struck' },
        { place: 'land', role: 'launched-from' },
      ],
      context: '=Context that begins like a formula,\nwith "quotes" and a second line.',
      refs: { ucdp: '353535', wikidata: 'Q1' },
    },
    {
      id: '2020-11-21-town-rockets-north',
      title: 'Rockets on the north of Town',
      kind: 'attack',
      time: '2020-11-21',
      zone: 'Asia/Kabul',
      places: [{ place: 'hospitals', role: 'struck' }],
      partOf: '2020-11-21-town-rockets',
    },
    {
      id: '2020-half-year',
      title: 'The six months to November 2020',
      kind: 'period',
      time: '2020-05/2020-11',
      zone: 'Asia/Kabul',
      places: [{ place: 'land', role: 'covers' }],
    },
    {
      id: '2020-never',
      title: 'An event that never was',
      kind: 'clash',
      time: '2020-06~',
      zone: 'Asia/Kabul',
      places: [{ place: 'land', role: 'within' }],
      retracted: { date: '2026-02-03', reason: 'Two reports were taken for one event.' },
    },
  ].sort(byId),
  sources: [
    {
      id: 'paper-2020-11-21',
      title: 'Rockets hit Town, the ministry says',
      publisher: 'paper',
      wire: 'wire',
      url: 'https://paper.example/a?b=1&c="2"'.replaceAll('"', '%22'),
      published: '2020-11-21T10:00+04:30',
      language: 'en',
      kind: 'article',
      textDigest: digest('a'),
      corrections: [
        {
          date: '2026-04-01',
          field: 'published',
          was: '2020-11-20',
          now: '2020-11-21T10:00+04:30',
          reason: 'The day was that of the print edition.',
        },
      ],
    },
    {
      id: 'wire-2020-11-21',
      title: 'Ministry on rockets',
      url: 'https://wire.example/rockets',
      publisher: 'wire',
      published: '2020-11-21',
      language: 'en',
      kind: 'wire-report',
    },
    {
      id: 'outlet-2020-11-22',
      title: 'Group claims',
      publisher: 'outlet',
      published: '2020-11-22',
      language: 'ar',
      kind: 'statement',
    },
    {
      id: 'dataset-2021',
      title: 'Coded rows',
      publisher: 'dataset',
      published: '2021',
      language: 'en',
      kind: 'dataset',
    },
    {
      id: 'report-2021',
      title: 'A report without claims',
      publisher: 'party',
      published: '2021-01/2021-03',
      language: 'en',
      kind: 'report',
    },
    {
      id: 'fake-2020-11-23',
      title: 'A page that proved to be forged',
      publisher: 'paper',
      language: 'ps',
      kind: 'post',
      retracted: { date: '2026-06-01', reason: 'The page was forged.' },
    },
  ].sort(byId),
  claims: [
    claim('paper-2020-11-21/killed-3', {
      claimant: 'spokesman',
      via: ['wire'],
      said: '2020-11-21T09:00+04:30',
      hedge: 'at least',
      evidence: passages({ paragraph: 2, start: 0, end: 40 }, { paragraph: 3, start: 5, end: 9 }),
      modality: 'initial',
      body: killed({ bound: 'at-least', value: 3 }),
    }),
    claim('wire-2020-11-21/killed-3', {
      evidence: passages({ paragraph: 1, start: 3, end: 30 }),
      relations: { repeats: 'paper-2020-11-21/killed-3' },
      body: killed({ bound: 'at-least', value: 3 }),
    }),
    claim('wire-2020-11-21/killed-8', {
      said: '2020-11-21T18:00+04:30',
      relations: { supersedes: ['paper-2020-11-21/killed-3'] },
      body: killed({ bound: 'exact', value: 8 }),
    }),
    claim('wire-2020-11-21/injured', {
      body: {
        kind: 'casualties',
        outcome: 'injured',
        persons: 'civilians',
        of: 'state',
        scope: 'hospitals',
        quantity: { bound: 'about', value: 30 },
        includesPerpetrators: true,
      },
      relations: { partOf: 'wire-2020-11-21/killed-8' },
    }),
    claim('wire-2020-11-21/hospital-killed', {
      claimant: { unnamed: 'a doctor; on duty', of: 'hospital-trust' },
      body: killed({ bound: 'between', min: 9, max: 11, best: 10 }, { scope: 'hospitals' }),
    }),
    claim('wire-2020-11-21/none', {
      claimant: 'state',
      body: { kind: 'casualties', outcome: 'killed-or-injured', persons: 'soldiers', quantity: { bound: 'none' } },
    }),
    claim('wire-2020-11-21/witness', { claimant: { unnamed: 'a witness' }, body: killed({ bound: 'unquantified' }) }),
    claim('wire-2020-11-21/accuses', {
      body: {
        kind: 'responsibility',
        stance: 'accuses',
        actors: ['group', { unnamed: 'helpers', of: 'group' }, 'unknown'],
      },
    }),
    claim('outlet-2020-11-22/claims', {
      claimant: 'outlet',
      channel: 'telegram',
      said: '2020-11-22',
      body: { kind: 'responsibility', stance: 'claims', actors: ['group'] },
    }),
    claim('outlet-2020-11-22/fired-23', {
      claimant: 'group',
      body: {
        kind: 'munitions',
        class: 'projectile',
        weapon: 'rocket',
        model: '-107 mm',
        fate: 'fired',
        quantity: { bound: 'exact', value: 23 },
      },
    }),
    claim('outlet-2020-11-22/fired-24', {
      claimant: 'group',
      said: '2020-11-23',
      relations: { retracts: ['outlet-2020-11-22/fired-23'] },
      body: { kind: 'munitions', class: 'projectile', fate: 'fired', quantity: { bound: 'exact', value: 24 } },
    }),
    claim('wire-2020-11-21/weapon', { body: { kind: 'weapon', weapon: 'rocket' } }),
    claim('wire-2020-11-21/attackers', {
      body: {
        kind: 'count',
        measure: 'attackers',
        scope: 'town',
        by: 'group',
        at: '2020-11-21',
        quantity: { bound: 'none-known' },
      },
    }),
    claim('wire-2020-11-21/launch', { body: { kind: 'launch', from: { vehicle: 'a pickup truck' } } }),
    claim('wire-2020-11-21/launch-place', { claimant: 'state', body: { kind: 'launch', from: { place: 'land' } } }),
    claim('wire-2020-11-21/target', { body: { kind: 'target', target: { actor: 'state' }, relation: 'intended' } }),
    claim('wire-2020-11-21/struck', { body: { kind: 'target', target: { place: 'town' }, relation: 'struck' } }),
    claim('wire-2020-11-21/damage', {
      body: { kind: 'damage', object: 'the main building', extent: '+2 windows', scope: 'town' },
    }),
    claim('wire-2020-11-21/parties', { body: { kind: 'parties', sides: ['state', { unnamed: 'gunmen' }] } }),
    claim('wire-2020-11-21/start', {
      body: { kind: 'time', of: 'start', value: '2020-11-21T08:40+04:30', within: 10 },
    }),
    claim('wire-2020-11-21/location', { body: { kind: 'location', place: 'town' } }),
    claim('wire-2020-11-21/ceasefire', { body: { kind: 'occurrence', what: 'eid-ceasefire', happened: false } }),
    claim('wire-2020-11-21/condemns', {
      claimant: 'state',
      relations: { respondsTo: ['outlet-2020-11-22/claims'] },
      body: { kind: 'reaction', stance: 'condemns' },
    }),
    claim('wire-2020-11-21/no-will', {
      about: ['2020-11-21-town-rockets', '2020-half-year'],
      body: { kind: 'statement', topic: 'intention' },
    }),
    claim('dataset-2021/killed', {
      claimant: 'dataset',
      wire: 'wire',
      basis: 'analysis',
      body: killed({ bound: 'exact', value: 8 }),
      about: ['2020-11-21-town-rockets-north'],
    }),
    claim('dataset-2021/miscoded', {
      claimant: 'dataset',
      about: ['2020-half-year'],
      body: killed({ bound: 'exact', value: 999 }),
      corrections: [{ date: '2026-01-02', field: 'body.quantity.value', was: 998, now: 999, reason: 'Misread.' }],
      retracted: { date: '2026-02-02', reason: 'The row is about another land.' },
    }),
    claim('fake-2020-11-23/killed', { claimant: 'paper', body: killed({ bound: 'more-than', value: 100 }) }),
    claim('dataset-2021/never', {
      claimant: 'dataset',
      basis: 'analysis',
      about: ['2020-never'],
      body: killed({ bound: 'fewer-than', value: 5 }),
    }),
  ].sort(byId),
  redirects: [
    {
      type: 'event',
      from: '2020-11-21-rockets',
      to: '2020-11-21-town-rockets',
      date: '2026-03-02',
      reason: 'Renamed after the town.',
    },
  ],
});
