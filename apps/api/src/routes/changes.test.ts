import { changesOf } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { atomProblems, parseAtom } from '../../../../packages/interchange/test/read-atom.ts';
import { doctoredService } from '../../test/doctored.ts';
import { json } from '../../test/json.ts';
import type { ChangeEntry, ChangeList, ClaimDetail, EventAnswer, Release, SourceDetail } from '../answers.ts';
import { changeList } from '../schema/change.ts';

const { get, doctored } = doctoredService();
const { event, retracted, corrected, retractedSource, ofRetractedSource, ledger } = doctored;

const read = async <Body>(address: string): Promise<Body> => {
  const response = await get(address);
  expect(response.status, address).toBe(200);
  return json<Body>(response);
};
const ids = async (address: string): Promise<string[]> =>
  (await read<{ items: { id: string }[] }>(address)).items.map(({ id }) => id);

test('changes come latest first, with what a reader needs beside them', async () => {
  const body = await read<ChangeList>('/api/v1/changes');
  expect(changeList.safeParse(body).error).toBeUndefined();
  expect(body.items.map(({ kind, date, record }) => ({ kind, date, record }))).toEqual(
    changesOf(ledger).map(({ kind, date, record }) => ({ kind, date, record })),
  );
  const byId = new Map(body.items.map((item) => [item.id, item]));
  expect(byId.get(`claim:${corrected.id}:correction-2`)).toMatchObject({
    kind: 'correction',
    field: 'hedge',
    was: 'allegedly <so>',
    now: null,
    reason: 'The document has no hedge.',
    dataset: 'curated',
    title: corrected.paraphrase,
    eventCount: corrected.about.length,
  });
  expect(byId.get('event:kabul-rockets:redirect')).toMatchObject({
    record: { type: 'event', id: event },
    from: 'kabul-rockets',
    events: [{ id: event }],
  });
  expect(byId.get(`claim:${retracted.id}:retraction`)?.events.map(({ id }) => id)).toContain(event);
});

test('pages of one follow each other', async () => {
  const all = await ids('/api/v1/changes');
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: ChangeList = await read(`/api/v1/changes?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  }
  expect(seen).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
});

test('those of an event are the ones that touch it', async () => {
  const of = await ids(`/api/v1/changes?event=${event}`);
  expect(of).toContain(`claim:${corrected.id}:correction-1`);
  expect(of).toContain(`source:${retractedSource.id}:retraction`);
  expect(await ids('/api/v1/changes?event=kabul-rockets')).toEqual(of);
  const { items } = await read<ChangeList>('/api/v1/changes');
  const named = items.find(({ record }) => record.type === 'actor')?.events.find(({ id }) => (id as string) !== event);
  const other = await ids(`/api/v1/changes?event=${named?.id ?? ''}`);
  expect(other).toContain('actor:taleban:redirect');
  expect(other).not.toContain(`claim:${corrected.id}:correction-1`);
  expect(await ids(`/api/v1/changes?event=${named?.id ?? ''}~${event}`)).toEqual(
    items.map(({ id }) => id).filter((id) => of.includes(id) || other.includes(id)),
  );
  expect(await ids('/api/v1/changes?event=no-such-event')).toEqual([]);
});

test('what was retracted stays at its address, and is nowhere else', async () => {
  const { claim } = await read<ClaimDetail>(`/api/v1/claims/${retracted.id}`);
  expect(claim.retracted).toEqual({ date: '2026-02-02', reason: 'The document says nothing of the kind.' });
  const { source, claims } = await read<SourceDetail>(`/api/v1/sources/${retractedSource.id}`);
  expect(source.retracted?.date).toBe('2026-02-04');
  expect(claims.map(({ id }) => id)).toContain(ofRetractedSource.id);
  const answer = await read<EventAnswer>(`/api/v1/events/${event}`);
  expect(answer.claims.map(({ id }) => id)).toContain(retracted.id);
  expect(JSON.stringify(answer.assessment)).not.toContain(retracted.id);
  expect(JSON.stringify(answer.assessment)).not.toContain(ofRetractedSource.id);

  const listed = await ids(`/api/v1/claims?event=${event}&limit=100`);
  expect(listed).not.toContain(retracted.id);
  expect(listed).not.toContain(ofRetractedSource.id);
  expect(await (await get('/api/v1/claims.csv')).text()).not.toContain(retracted.id);
  expect(await ids(`/api/v1/claims?source=${retractedSource.id}`)).toEqual([]);
  expect(await ids(`/api/v1/events?source=${retractedSource.id}`)).toEqual([]);
  const { datasets } = await read<Release>('/api/v1/release');
  const stands = ledger.claims.filter(({ id, source: of }) => id !== retracted.id && of !== retractedSource.id);
  expect(datasets[0]?.claims).toBe(stands.length);
  expect(datasets[0]?.sources).toBe(ledger.sources.length - 1);
  expect(answer.summary.claims).toBe(stands.filter(({ about }) => about.some((id) => (id as string) === event)).length);
});

test('the feed is one by RFC 4287, and says what the list says', async () => {
  const { items } = await read<ChangeList>('/api/v1/changes');
  const response = await get('/api/v1/changes.atom');
  expect(response.headers.get('content-type')).toBe('application/atom+xml');
  expect(response.headers.get('content-disposition')).toBeNull();
  const xml = await response.text();
  expect(atomProblems(xml)).toEqual([]);
  const feed = parseAtom(xml);
  expect(feed.id).toBe('urn:counterclaim:changes');
  expect(feed.updated).toBe('2026-02-06T00:00:00Z');
  expect(feed.links).toContainEqual({
    rel: 'self',
    type: 'application/atom+xml',
    href: '/api/v1/changes.atom',
  });
  expect(feed.entries?.map(({ id, updated }) => ({ id, updated }))).toEqual(
    items.map(({ id, date }: ChangeEntry) => ({ id: `urn:counterclaim:change:${id}`, updated: `${date}T00:00:00Z` })),
  );
  expect(xml).not.toMatch(/localhost|127\.0\.0\.1/);
  const entry = feed.entries?.find(({ id }) => id?.endsWith(`${corrected.id}:correction-2`) === true);
  expect(entry?.title?.value).toBe(`Claim corrected: ${corrected.paraphrase}`);
  expect(entry?.links).toContainEqual({ rel: 'alternate', type: 'text/html', href: `/claims/${corrected.id}` });
  expect(xml).toContain('hedge was “allegedly &lt;so&gt;” and is nothing. The document has no hedge.');
});

test('the feed of an event is its own, and asked of the list by Accept the same', async () => {
  const xml = await (await get(`/api/v1/changes.atom?event=${event}`)).text();
  expect(atomProblems(xml)).toEqual([]);
  const feed = parseAtom(xml);
  expect(feed.id).toBe(`urn:counterclaim:changes:event:${event}`);
  expect(feed.title?.value).toMatch(/^Counterclaim: changes that touch .*Kabul/);
  expect(feed.links).toContainEqual({ rel: 'alternate', type: 'text/html', href: `/events/${event}` });
  const negotiated = await get(`/api/v1/changes?event=${event}`, { accept: 'application/atom+xml' });
  expect(negotiated.headers.get('content-type')).toBe('application/atom+xml');
  expect(await negotiated.text()).toBe(xml.replace('/changes.atom?', '/changes?'));
});

test('the feed of nothing is a feed', async () => {
  const xml = await (await get('/api/v1/changes.atom?event=no-such-event')).text();
  expect(atomProblems(xml)).toEqual([]);
  expect(parseAtom(xml).entries ?? []).toEqual([]);
});

test('pages of the feed are linked', async () => {
  const all: (string | undefined)[] = [];
  for (let address: string | undefined = '/api/v1/changes.atom?limit=3'; address !== undefined;) {
    const xml = await (await get(address)).text();
    expect(atomProblems(xml)).toEqual([]);
    const feed = parseAtom(xml);
    all.push(...(feed.entries ?? []).map(({ id }) => id));
    address = feed.links?.find(({ rel }) => rel === 'next')?.href;
  }
  expect(all).toEqual((await ids('/api/v1/changes')).map((id) => `urn:counterclaim:change:${id}`));
});

test('the feed is not sent again to those who have it', async () => {
  const address = `/api/v1/changes.atom?event=${event}`;
  const first = await get(address);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  const again = await get(address, { 'if-none-match': tag });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(tag);
});
