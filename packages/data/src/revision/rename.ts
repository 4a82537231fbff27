import {
  isClaimId,
  isSlug,
  type RecordType,
  type Redirect,
  redirectOf,
  type SourceId,
  sourceIdOf,
} from '@counterclaim/domain';
import { Field } from '../reading/field.ts';
import { type LedgerRecord, ledgerRecord } from '../reading/ledger-record.ts';
import type { Records } from '../reading/records.ts';
import { isRetracted } from '../reading/standing.ts';
import { redirectsOf, releasedValue } from '../releases/since-release.ts';
import type { Refusal } from '../scaffold/scaffold.ts';
import { EditedRecords } from './edited-records.ts';
import { addressOfRecord, namedRecord } from './named-record.ts';
import { type Move, moveReferences, moveRegisters, namersOf } from './references-moved.ts';
import { type Ground, refused, revised, type Revised, unread } from './revision.ts';

/** An id that is to be given up. */
export interface WantedRename {
  readonly type: RecordType;
  readonly from: string;
  /** The new id; of a claim, the slug will do. */
  readonly to: string;
  /** Whether `to` is a record that is there and takes the place of `from`. */
  readonly into: boolean;
  readonly reason: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
}

const at = ({ file, path }: Field): string => `${file.file}:${file.locate(path).line}`;

const words = (list: readonly string[]): string => list.join(', ');

/** What stands against giving a record an id. */
function againstId(records: Records, move: Move): Refusal[] {
  const { type, from, to } = move;
  const refuse = (what: string, remedy: string): Refusal[] => [{ field: 'to', what, remedy }];
  if (type === 'claim' ? !isClaimId(to) : !isSlug(to)) {
    return refuse(`"${to}" is no id`, 'write lower-case letters, digits and single hyphens, at most 120 of them');
  }
  if (type === 'claim' && isClaimId(from) && isClaimId(to) && sourceIdOf(from) !== sourceIdOf(to)) {
    return refuse(
      `a claim stays with its document, which is ${sourceIdOf(from)}`,
      `give a slug of that, or where ${to} is the same claim, code that and name it with --into`,
    );
  }
  const redirect = redirectOf(redirectsOf(records), type, to);
  if (redirect !== undefined) {
    const what = `${to} was given up on ${redirect.date}, and leads to ${redirect.to}`;
    return refuse(what, 'an id is given once: take another');
  }
  const bearer = ledgerRecord(records, type, to);
  if (bearer === undefined) return [];
  return refuse(
    `${at(bearer.field)} bears the id ${to}`,
    'take another id, or where both are one record, lead the old one there with --into',
  );
}

/** What stands against letting one record take the place of another. */
function againstMerging(records: Records, move: Move, old: LedgerRecord): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (field: string, what: string, remedy: string): void => {
    refusals.push({ field, what, remedy });
  };
  const { type, to } = move;
  const target = namedRecord(records, addressOfRecord(type, to));
  if (!target.ok) {
    refuse('to', target.error.what, `${target.error.remedy}, or leave --into out to give ${move.from} that id`);
    return refusals;
  }
  if (isRetracted(old.field)) {
    refuse('from', `${move.from} was retracted (${at(old.field.get('retracted'))})`, 'leave it: its tombstone stays');
  }
  if (isRetracted(target.value.field)) {
    refuse('to', `${to} was retracted (${at(target.value.field.get('retracted'))})`, 'name a record that stands');
  }
  for (const { field } of namersOf(records, move)) {
    const around = Field.of(field.file).at(field.path.slice(0, -1));
    const isListed = around.items.some(({ text }) => text === to);
    if (!isListed || field.file === old.field.file) continue;
    refuse('from', `${at(field)} names ${move.from} and ${to} together`, 'correct it first, so that it names one');
  }
  return refusals;
}

/** What a claim says, without what a merge leaves to the one that stays. */
const saying = (claim: Field) =>
  ['about', 'claimant', 'said', 'body'].map((key) => JSON.stringify(claim.get(key).value ?? null)).join();

/** Moves the claims of a source that goes to the one that takes its place; those that this has under the same slug go. */
function mergeClaims(edited: EditedRecords, old: Field, target: Field): { refusals: Refusal[]; going: string[] } {
  const refusals: Refusal[] = [];
  const going: string[] = [];
  const present = target.get('claims').items;
  const isOtherText = old.get('textDigest').text !== target.get('textDigest').text;
  const moving: Field[] = [];
  for (const claim of old.get('claims').items) {
    const slug = claim.get('slug').text ?? '';
    const same = present.find((each) => each.get('slug').text === slug);
    if (same !== undefined) {
      if (saying(claim) === saying(same)) {
        going.push(`claims/${old.file.id}/${slug}`);
        continue;
      }
      refusals.push({
        field: 'from',
        what: `the claim ${slug} of ${at(claim)} is another than that of ${at(same)}`,
        remedy: `give one another slug first: counterclaim rename claim ${old.file.id}/${slug} <slug>; or where they are one, correct it`,
      });
    } else if (isOtherText && claim.get('evidence').get('passages').exists) {
      refusals.push({
        field: 'from',
        what: `the claim ${slug} of ${at(claim)} cites passages of a text with another textDigest`,
        remedy: `code it in sources/${target.file.id}.yml from that text first, then: counterclaim rename claim ${old.file.id}/${slug} ${target.file.id}/<slug> --into`,
      });
    } else moving.push(claim);
  }
  for (const { file, path } of moving) edited.moveItem(file, path, target.file, ['claims']);
  return { refusals, going };
}

/** The redirects that a move wants: from the id, if it was published, and from every one under which a claim's source was known. */
function redirectsFor({ records, published }: Ground, { type, from, to, reason, date }: WantedRename): Redirect[] {
  const froms = new Set<string>();
  if (published === undefined || releasedValue(published, { type, id: from }) !== null) froms.add(from);
  if (type === 'claim' && isClaimId(from)) {
    const source: SourceId = sourceIdOf(from);
    const known = redirectsOf(records);
    for (const former of known.filter((each) => each.type === 'source' && each.to === source)) {
      const id = `${former.from}${from.slice(source.length)}`;
      if (!known.some((each) => each.type === 'claim' && each.from === id)) froms.add(id);
    }
  }
  return [...froms].map((id) => ({ type, from: id, to, date, reason }));
}

/**
 * Gives a record another id, or lets another record take its place: its file goes, every record, exception and floor names
 * the new id, a redirect leads there from the old one, and older redirects lead there straight.
 *
 * @returns What is to be written: all of it, or, where something stands against it, nothing and why.
 */
export function rename(ground: Ground, wanted: WantedRename): Revised {
  const { records, published } = ground;
  const without = unread(ground);
  if (without !== undefined) return without;
  const named = namedRecord(records, addressOfRecord(wanted.type, wanted.from));
  if (!named.ok) return refused([{ ...named.error, field: 'from' }]);
  const old = named.value;
  const { type, id: from } = old;
  const isBareSlug = type === 'claim' && !wanted.to.includes('/');
  const move: Move = { type, from, to: isBareSlug ? `${old.field.file.id}/${wanted.to}` : wanted.to };
  if (move.from === move.to) {
    return refused([{ field: 'to', what: `${from} is its id already`, remedy: 'give another' }]);
  }
  const refusals = wanted.into ? againstMerging(records, move, old) : againstId(records, move);
  if (refusals.length > 0) return refused(refusals);

  const edited = new EditedRecords(records, ground.schemas);
  moveReferences(edited, records, move);
  const going = wanted.into ? [addressOfRecord(type, from)] : [];
  const { file, path } = old.field;
  if (!wanted.into) {
    if (type === 'claim') edited.set(file, [...path, 'slug'], move.to.slice(file.id.length + 1));
    else edited.renameRecord(file, move.to);
  } else if (type === 'claim') edited.remove(file, path);
  else {
    const target = type === 'source' ? records.record('sources', move.to) : undefined;
    const merged = target && mergeClaims(edited, old.field, target);
    if (merged !== undefined && merged.refusals.length > 0) return refused(merged.refusals);
    going.push(...(merged?.going ?? []));
    edited.drop(file);
  }
  moveRegisters(edited, records, move, new Set(going));
  const redirects = redirectsFor(ground, { ...wanted, ...move });
  for (const redirect of redirects) edited.append(edited.register('redirects'), ['redirects'], redirect);

  const namers = namersOf(records, move).map(({ field }) => field.file.file);
  const notes = [`names that lead to ${move.to} now: ${namers.length}, in ${new Set(namers).size} files`];
  if (redirects.length === 0) notes.push(`${from} is not in release ${published?.version ?? ''}: it needs no redirect`);
  else notes.push(`redirected: ${words(redirects.map((redirect) => redirect.from))}`);
  if (going.length > 1) notes.push(`claims that were there already: ${words(going.slice(1))}`);
  return revised(ground, edited, notes);
}
