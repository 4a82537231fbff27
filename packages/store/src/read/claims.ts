import { type Claim, wordsOf } from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Dialect, Reader } from '../engine.ts';
import type { Page } from '../answer.ts';
import type { ClaimFilter, PageRequest } from '../filter.ts';
import { type Condition, given, keysOf, recordsOf, where } from './conditions.ts';
import { pageOf } from './page.ts';

/**
 * The keys of the claims that stand in documents, found by the claims' own ids, which begin with that of the document, and `0` is the
 * next character after `/`. Those few whose ids do not have an index of their own.
 *
 * @param documents A query of their ids, in brackets.
 */
export const claimsInDocuments = (documents: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select inside.key from ${documents} as held
  join claim as inside on inside.id > held.id || '/' and inside.id < held.id || '0' and inside.source_id = held.id
  union all
  select stray.key from ${documents} as held
  join claim as stray on stray.source_id = held.id and substr(stray.id, 1, length(stray.source_id) + 1) <> stray.source_id || '/')`;

/** The conditions of a filter on `claim`. */
function conditionsOf(filter: ClaimFilter, dialect: Dialect): Condition[] {
  const { q, event, source, actor, claimant, stance, kind, question, dataset, asOf } = filter;
  const conditions: Condition[] = [sql`claim.stands = 1`];
  const words = q === undefined ? [] : wordsOf(q);
  if (words.length > 0) conditions.push(sql`claim.key in ${dialect.matching({ index: 'claim_text', words })}`);
  if (given(event)) {
    conditions.push(sql`claim.key in (select claim from event_claim where event in ${recordsOf('event', event)})`);
  }
  if (given(source)) conditions.push(sql`claim.key in ${claimsInDocuments(recordsOf('source', source, 'id'))}`);
  if (given(actor)) {
    conditions.push(sql`claim.key in (select claim from claim_actor where actor in ${recordsOf('actor', actor)})`);
  }
  if (given(claimant)) conditions.push(sql`claim.claimant in ${recordsOf('actor', claimant)}`);
  if (given(stance)) conditions.push(sql`claim.stance in (${sql.join(stance)})`);
  if (given(kind)) conditions.push(sql`claim.kind in (${sql.join(kind)})`);
  if (given(question)) {
    conditions.push(
      sql`claim.key in (select claim from claim_question where question in ${keysOf('question', question)})`,
    );
  }
  if (given(dataset)) conditions.push(sql`claim.dataset in ${keysOf('dataset', dataset)}`);
  if (asOf !== undefined) conditions.push(sql`claim.known <= ${asOf}`);
  return conditions;
}

/** Reads lists of the claims that stand, in the order of their ids: document after document. */
export const claimsReader =
  (db: Reader, dialect: Dialect) =>
  async (filter: ClaimFilter, { limit, after }: PageRequest): Promise<Page<Claim>> => {
    const conditions = conditionsOf(filter, dialect);
    if (after !== undefined) conditions.push(sql`claim.id > ${after.id}`);
    const { rows } = await sql<{ id: string; json: string }>`
      select claim.id, claim.json from claim where ${where(conditions)} order by claim.id limit ${limit + 1}`.execute(
      db,
    );
    return pageOf(
      rows,
      limit,
      ({ json }) => JSON.parse(json) as Claim,
      ({ id }) => ({ key: 0, id }),
    );
  };
