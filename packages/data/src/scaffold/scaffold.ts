import { failure, isSlug, type Result, success } from '@counterclaim/domain';
import { stringify } from 'yaml';
import { problemsOf } from '../check/check.ts';
import { HEADING } from '../layout/hint.ts';
import { layOutRecord } from '../layout/layout-of-records.ts';
import { nearestWords } from '../problem/nearest.ts';
import { article, oneOf } from '../problem/phrase.ts';
import type { Problem } from '../problem/problem.ts';
import { parseRecord } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import { TYPE_OF } from '../schema/record-type.ts';
import type { Folder } from '../schema/record.ts';
import { freeId, givenUp } from './free-id.ts';

/** Why a record was not made: what is wrong with which of its fields, and what to do. */
export interface Refusal {
  readonly field: string;
  readonly what: string;
  readonly remedy: string;
}

/** A new record, not written yet. */
export interface Scaffold {
  readonly folder: Folder;
  readonly id: string;
  /** Path within the folder of records. */
  readonly file: string;
  /** In the canonical layout, with hints for what may be filled in. */
  readonly text: string;
  /** The file that bears the id which this one would have had without its number: perhaps it is of the same thing. */
  readonly alike: string | undefined;
  /** What the check will ask of it as it stands: what only whoever reads the documents can know. */
  readonly open: readonly Problem[];
}

export type Scaffolded = Result<Scaffold, readonly Refusal[]>;

/** A record that another names: in which field, and of which folder. */
export interface Named {
  readonly field: string;
  readonly folder: Folder;
  readonly id: string;
}

/** What a new record is to say. */
export interface Wanted {
  readonly folder: Folder;
  /** As whoever wants it gives it; otherwise it is derived. */
  readonly id?: string | undefined;
  /** The id by the convention of its folder; empty where none can be made. */
  readonly derivedId: string;
  /** Whether a second record of the derived id is likely to be another thing, and gets a number. */
  readonly numbered: boolean;
  /** All but the id. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly named: readonly Named[];
  /** What else stands against it. */
  readonly against?: readonly Refusal[];
  /** Comments for what may be filled in. */
  readonly hints: (id: string) => readonly string[];
  /** The way from the folder of records to their JSON Schemas (`schemasFrom`). */
  readonly schemas: string;
}

/** Rules that a record can only keep once others name it, or once it makes a claim. */
const OPEN = new Set(['orphan', 'event-is-claimed']);

/** How to make a record that is named and not there. */
const MAKING: Readonly<Record<Folder, (id: string) => string>> = {
  actors: (id) => `counterclaim new actor --id ${id} --name <name> --kind <kind>`,
  places: (id) => `counterclaim new place --id ${id} --name <name> --kind <kind>`,
  events: (id) => `counterclaim new event --id ${id} --title <title> --date <date> --place <place>`,
  sources: (id) => `counterclaim new source --id ${id} --title <title> --publisher <publisher> --published <date>`,
};

/** Nearest ids that a message names at most. */
const NEAREST = 3;

function missing(records: Records, { field, folder, id }: Named): Refusal[] {
  if (records.has(folder, id)) return [];
  const type = TYPE_OF[folder];
  const redirect = givenUp(records, folder, id);
  if (redirect !== undefined) {
    return [{ field, what: `the ${type} ${id} is now ${redirect.to}`, remedy: `write ${redirect.to}` }];
  }
  const near = nearestWords(id, records.ids(folder), NEAREST);
  const make = isSlug(id) ? `make it first: ${MAKING[folder](id)}` : 'write an id';
  return [
    {
      field,
      what: `there is no ${type} "${id}"`,
      remedy: near.length === 0 ? make : `write ${oneOf(near)}, or ${make}`,
    },
  ];
}

function idOf(records: Records, { folder, id, derivedId, numbered }: Wanted): Result<string, Refusal> {
  const refuse = (what: string, remedy: string) => failure({ field: 'id', what, remedy });
  const wanted = id ?? derivedId;
  if (!isSlug(wanted)) {
    return id === undefined
      ? refuse('no id can be made of what is given', 'give one: lower-case letters, digits and single hyphens')
      : refuse(`"${id}" is no id`, 'write lower-case letters, digits and single hyphens, at most 120 characters');
  }
  const free = freeId(records, folder, wanted);
  if (free === wanted || (id === undefined && numbered)) return success(free);
  const redirect = givenUp(records, folder, wanted);
  if (redirect !== undefined && !records.has(folder, wanted)) {
    return refuse(
      `${wanted} was ${article(TYPE_OF[folder])} until ${redirect.date}, and leads to ${redirect.to}: ${redirect.reason}`,
      `an id is given once: take ${free}, or use ${redirect.to}`,
    );
  }
  return refuse(
    `${folder}/${wanted}.yml is there already`,
    id === undefined
      ? `use it, or give another id where it is something else: ${free} is free`
      : `edit that file, or take the next that is free: ${free}`,
  );
}

/** The key of the record that a problem says is missing, or in whose lines it stands. */
function fieldOf(text: string, { what, line }: Problem): string {
  const absent = /^([A-Za-z]+) is missing$/.exec(what)?.[1];
  if (absent !== undefined) return absent;
  const above = text.split('\n').slice(0, line).reverse();
  return above.map((each) => /^([A-Za-z]+):/.exec(each)?.[1]).find((key) => key !== undefined) ?? 'id';
}

/**
 * Makes a record that the check has nothing against but that nobody names it yet, or that it makes no claim. Nothing is
 * written.
 *
 * @returns Everything that stands against it, where something does.
 */
export function scaffold(records: Records, wanted: Wanted): Scaffolded {
  const { folder, value, named, hints, schemas } = wanted;
  const id = idOf(records, wanted);
  const refusals = [
    ...named.flatMap((one) => missing(records, one)),
    ...(wanted.against ?? []),
    ...(id.ok ? [] : [id.error]),
  ];
  if (!id.ok) return failure(refusals);
  const file = `${folder}/${id.value}.yml`;
  const yaml = stringify(JSON.parse(JSON.stringify({ id: id.value, ...value })));
  const text = layOutRecord(folder, `${yaml}${[HEADING, ...hints(id.value)].join('\n')}\n`, schemas);
  const { record, problems } = parseRecord(folder, file, id.value, text);
  const together = new Records(records.folder, [...records.files, record], problems, records.registers);
  const found = problemsOf(together).filter((problem) => problem.file === file);
  for (const problem of found) {
    // What is not there has been told of, with what is near.
    if (OPEN.has(problem.rule) || (problem.rule === 'reference' && refusals.length > 0)) continue;
    refusals.push({ field: fieldOf(text, problem), what: problem.what, remedy: problem.remedy });
  }
  if (refusals.length > 0) return failure(refusals);
  const { derivedId } = wanted;
  const alike = wanted.id === undefined && records.has(folder, derivedId) ? `${folder}/${derivedId}.yml` : undefined;
  return success({ folder, id: id.value, file, text, alike, open: found.filter(({ rule }) => OPEN.has(rule)) });
}
