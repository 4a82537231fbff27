import type { Dialect } from './engine.ts';

/**
 * The layout of the tables, step by step. A step is never changed once released: databases have taken it.
 * Each gives the statements for a dialect; text indexes that a step adds are named.
 */
export interface Migration {
  readonly statements: (ddl: Dialect['ddl']) => readonly string[];
  readonly textIndexes: readonly Parameters<Dialect['createTextIndex']>[1][];
}

const record = ({ whole, text }: Dialect['ddl']): string => `
  key ${whole} primary key,
  id ${text} not null unique,
  dataset ${whole} not null references dataset (key),
  load ${whole} not null,
  changed ${whole} not null,
  json ${text} not null`;

const ofEvent = ({ whole }: Dialect['ddl']): string =>
  `event ${whole} not null references event (key) on delete cascade`;
const ofClaim = ({ whole }: Dialect['ddl']): string =>
  `claim ${whole} not null references claim (key) on delete cascade`;

const first: Migration = {
  textIndexes: ['event_text', 'claim_text', 'source_text', 'actor_text', 'place_text'],
  statements: (ddl) => {
    const { whole, real, text, clustered, table } = ddl;
    return [
      `create table dataset (
        key ${whole} primary key,
        id ${text} not null unique,
        digest ${text} not null,
        load ${whole} not null,
        events ${whole} not null,
        claims ${whole} not null,
        sources ${whole} not null,
        actors ${whole} not null,
        places ${whole} not null
      ) ${table}`,
      `create table actor (${record(ddl)}, label ${text} not null, part_of_id ${text}) ${table}`,
      `create table place (${record(ddl)}, label ${text} not null, within_id ${text}, longitude ${real}, latitude ${real}, radius_km ${real}, reach ${real}) ${table}`,
      `create table source (${record(ddl)}, label ${text} not null, publisher_id ${text} not null, wire_id ${text}) ${table}`,
      `create table event (${record(ddl)},
        part_of_id ${text},
        stale ${whole} not null
      ) ${table}`,
      `create index event_stale on event (key) where stale = 1`,
      `create table claim (${record(ddl)},
        source_id ${text} not null,
        kind ${text} not null,
        stance ${text},
        claimant ${whole},
        known ${real} not null
      ) ${table}`,
      ...['actor', 'place', 'source', 'event', 'claim'].map(
        (name) => `create index ${name}_dataset on ${name} (dataset)`,
      ),
      `create index claim_source on claim (source_id, id)`,
      `create index claim_claimant on claim (claimant, id)`,
      `create index claim_stance on claim (stance, id) where stance is not null`,
      `create table claim_about (event_id ${text} not null, ${ofClaim(ddl)}, primary key (event_id, claim)) ${clustered}`,
      `create index claim_about_claim on claim_about (claim)`,
      `create table claim_relation (
        target_id ${text} not null,
        ${ofClaim(ddl)},
        relation ${text} not null,
        primary key (target_id, claim, relation)
      ) ${clustered}`,
      `create index claim_relation_claim on claim_relation (claim)`,
      `create table claim_actor (actor ${whole} not null, ${ofClaim(ddl)}, primary key (actor, claim)) ${clustered}`,
      `create index claim_actor_claim on claim_actor (claim)`,
      `create table question (key ${whole} primary key, id ${text} not null unique) ${table}`,
      `create table claim_question (question ${whole} not null, ${ofClaim(ddl)}, primary key (question, claim)) ${clustered}`,
      `create index claim_question_claim on claim_question (claim)`,
      `create table actor_above (actor ${whole} not null, above ${whole} not null, primary key (actor, above)) ${clustered}`,
      `create table place_above (place ${whole} not null, above ${whole} not null, primary key (place, above)) ${clustered}`,
      `create table event_claim (${ofEvent(ddl)}, ${ofClaim(ddl)}, known ${real} not null, primary key (event, claim)) ${clustered}`,
      `create index event_claim_claim on event_claim (claim)`,
      `create table event_party (
        role ${text} not null,
        actor ${whole} not null,
        ${ofEvent(ddl)},
        known ${real} not null,
        primary key (role, actor, event)
      ) ${clustered}`,
      `create index event_party_event on event_party (event)`,
      `create table event_stance (stance ${text} not null, ${ofEvent(ddl)}, known ${real} not null, primary key (stance, event)) ${clustered}`,
      `create index event_stance_event on event_stance (event)`,
      `create table event_place (${ofEvent(ddl)}, place ${whole} not null, primary key (event, place)) ${clustered}`,
      `create index event_place_place on event_place (place)`,
      `create table event_within (${ofEvent(ddl)}, place ${whole} not null, primary key (place, event)) ${clustered}`,
      `create index event_within_event on event_within (event)`,
      `create table dossier_actor (${ofEvent(ddl)}, actor ${whole} not null, primary key (event, actor)) ${clustered}`,
      `create table dossier_place (${ofEvent(ddl)}, place ${whole} not null, primary key (event, place)) ${clustered}`,
      `create table dossier_source (${ofEvent(ddl)}, source ${whole} not null, known ${real} not null, primary key (event, source)) ${clustered}`,
      `create index dossier_source_source on dossier_source (source, event)`,
      `create table assessment (
        ${ofEvent(ddl)},
        part ${whole} not null,
        known_from ${real} not null,
        known_until ${real} not null,
        json ${text} not null,
        primary key (event, part)
      ) ${table}`,
      `create table piece (
        ${ofEvent(ddl)},
        part ${whole} not null,
        dataset ${whole} not null,
        kind ${text} not null,
        starts ${real} not null,
        ends ${real} not null,
        month ${whole} not null,
        long ${whole} not null,
        known_from ${real} not null,
        known_until ${real} not null,
        latest ${whole} not null,
        claims ${whole} not null,
        status ${text} not null,
        agreements ${whole} not null,
        killed_low ${whole},
        killed_high ${whole},
        injured_low ${whole},
        injured_high ${whole},
        killed_key ${whole} not null,
        known_key ${whole} not null,
        primary key (event, part)
      ) ${clustered}`,
      `create index piece_long on piece (event) where long = 1`,
      `create index piece_status on piece (status, event)`,
      `create index piece_kind on piece (kind, event)`,
      `create index piece_dataset on piece (dataset, event)`,
      `create index piece_killed on piece (killed_key, event)`,
      `create index piece_known on piece (known_key, event)`,
      `create table piece_question (question ${whole} not null, ${ofEvent(ddl)}, part ${whole} not null, primary key (question, event, part)) ${clustered}`,
      `create index piece_question_event on piece_question (event)`,
      `create table summary (${ofEvent(ddl)}, part ${whole} not null, json ${text} not null, primary key (event, part)) ${table}`,
    ];
  },
};

/** Retractions, corrections, redirects. */
const second: Migration = {
  textIndexes: [],
  statements: (ddl) => {
    const { whole, real, text, clustered, table } = ddl;
    return [
      ...['actor', 'place', 'source', 'event', 'claim'].flatMap((name) => [
        `alter table ${name} add column stands ${whole} not null default 1`,
        `alter table ${name} add column edited ${whole} not null default 0`,
        `update ${name} set edited = 1 where json like '%"corrections":%' or json like '%"retracted":%'`,
        `update ${name} set stands = 0 where json like '%"retracted":{%'`,
        `create index ${name}_edited on ${name} (key) where edited = 1`,
      ]),
      `alter table piece add column stands ${whole} not null default 1`,
      `drop table dossier_source`,
      `create table dossier_source (${ofEvent(ddl)}, source ${whole} not null, primary key (event, source)) ${clustered}`,
      `create index dossier_source_source on dossier_source (source, event)`,
      `create table event_source (${ofEvent(ddl)}, source ${whole} not null, known ${real} not null, primary key (event, source)) ${clustered}`,
      `create index event_source_source on event_source (source, event)`,
      `create table redirect (
        key ${whole} primary key,
        dataset ${whole} not null references dataset (key),
        type ${text} not null,
        from_id ${text} not null,
        to_id ${text} not null,
        date ${text} not null,
        reason ${text} not null,
        unique (type, from_id)
      ) ${table}`,
      `create table change (
        key ${whole} primary key,
        dataset ${whole} not null references dataset (key),
        type ${text} not null,
        record_id ${text} not null,
        age ${whole} not null,
        within_day ${text} not null,
        events ${whole} not null,
        json ${text} not null,
        unique (age, within_day)
      ) ${table}`,
      `create table change_event (${ofEvent(ddl)}, change ${whole} not null references change (key) on delete cascade, primary key (event, change)) ${clustered}`,
      `create index change_event_change on change_event (change, event)`,
    ];
  },
};

/** Whether the id of a claim does not begin with that of its document. */
const STRAY = `substr(id, 1, length(source_id) + 1) <> source_id || '/'`;

/** What must be derived anew stands apart, so that large events are not rewritten for it; summaries are found by date. */
const third: Migration = {
  textIndexes: [],
  statements: ({ whole, real, clustered }) => [
    `create table stale (event ${whole} not null primary key) ${clustered}`,
    `drop index event_stale`,
    `alter table event drop column stale`,
    `drop index claim_source`,
    `create index claim_source on claim (source_id) where ${STRAY}`,
    // Of every claim the claimant becomes known only after it was written.
    `drop index claim_claimant`,
    `create index claim_claimant on claim (claimant, id) where claimant is not null`,
    `alter table summary add column known_from ${real} not null default 0`,
    `alter table summary add column known_until ${real} not null default 0`,
  ],
};

const STORED_OF_EVENT = [
  'event_claim',
  'event_party',
  'event_stance',
  'event_place',
  'event_within',
  'event_source',
  'dossier_actor',
  'dossier_place',
  'dossier_source',
  'assessment',
  'piece',
  'piece_question',
  'summary',
  'change_event',
];
const STORED_OF_CLAIM = ['claim_about', 'claim_relation', 'claim_actor', 'claim_question', 'event_claim'];

/** Rows of events and claims are written without looking up what they belong to, where the engine can do without. */
const fourth: Migration = {
  textIndexes: [],
  statements: ({ dependents }) => [...dependents('event', STORED_OF_EVENT), ...dependents('claim', STORED_OF_CLAIM)],
};

/** Assessments are derived of the dossier that is read. */
const fifth: Migration = {
  textIndexes: [],
  statements: ({ remainingDependents }) => [
    ...remainingDependents(
      'event',
      STORED_OF_EVENT.filter((table) => table !== 'assessment'),
    ),
    `drop table assessment`,
  ],
};

export const MIGRATIONS: readonly Migration[] = [first, second, third, fourth, fifth];
