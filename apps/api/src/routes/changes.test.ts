import { changesOf } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { atomProblems, parseAtom } from '../../../../packages/interchange/test/read-atom.ts';
import { doctoredService } from '../../test/doctored.ts';
import { json } from '../../test/json.ts';
import type {
  ChangeEntry,
  ChangeList,
  ClaimDetail,
  EventAnswer,
  EventList,
  Release,
  SourceDetail,
} from '../answers.ts';
import { type App, createApp } from '../app.ts';
import type { ProblemDocument } from '../client.ts';
import { changeList } from '../schema/change.ts';

const { get, app, store, doctored } = doctoredService();
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
    href: 'http://localhost/api/v1/changes.atom',
  });
  expect(feed.entries?.map(({ id, updated }) => ({ id, updated }))).toEqual(
    items.map(({ id, date }: ChangeEntry) => ({ id: `urn:counterclaim:change:${id}`, updated: `${date}T00:00:00Z` })),
  );
  expect([feed.id, ...(feed.entries ?? []).map(({ id }) => id)].join(' ')).not.toContain('localhost');
  const entry = feed.entries?.find(({ id }) => id?.endsWith(`${corrected.id}:correction-2`) === true);
  expect(entry?.title?.value).toBe(`Claim corrected: ${corrected.paraphrase}`);
  expect(entry?.links).toContainEqual({
    rel: 'alternate',
    type: 'text/html',
    href: `http://localhost/claims/${corrected.id}`,
  });
  expect(xml).toContain('hedge was “allegedly &lt;so&gt;” and is nothing. The document has no hedge.');
});

test('the feed of an event is its own, and asked of the list by Accept the same', async () => {
  const xml = await (await get(`/api/v1/changes.atom?event=${event}`)).text();
  expect(atomProblems(xml)).toEqual([]);
  const feed = parseAtom(xml);
  expect(feed.id).toBe(`urn:counterclaim:changes:event:${event}`);
  expect(feed.title?.value).toMatch(/^Counterclaim: changes that touch .*Kabul/);
  expect(feed.links).toContainEqual({ rel: 'alternate', type: 'text/html', href: `http://localhost/events/${event}` });
  const negotiated = await get(`/api/v1/changes?event=${event}`, { accept: 'application/atom+xml' });
  expect(negotiated.headers.get('content-type')).toBe('application/atom+xml');
  expect(await negotiated.text()).toBe(xml.replace('/changes.atom?', '/changes?'));
});

test('the feed of an event that nothing was done to is one, as old as the latest that is known of it', async () => {
  const { items } = await read<EventList>('/api/v1/events?limit=100');
  const lists = await Promise.all(items.map(({ id }) => ids(`/api/v1/changes?event=${id}`)));
  const quiet = items[lists.findIndex((list) => list.length === 0)];
  if (quiet === undefined) throw new TypeError('every event was touched');
  const xml = await (await get(`/api/v1/changes.atom?event=${quiet.id}`)).text();
  expect(atomProblems(xml)).toEqual([]);
  const feed = parseAtom(xml);
  expect(feed.entries ?? []).toEqual([]);
  expect(feed.title?.value).toBe(`Counterclaim: changes that touch ${quiet.title}`);
  expect(quiet.lastKnown).toMatch(/^20/);
  expect(feed.updated).toBe(`${quiet.lastKnown?.slice(0, 10) ?? ''}T00:00:00Z`);
});

test.each(['/api/v1/changes', '/api/v1/changes.atom'])(
  '%s of an event that there never was is refused',
  async (list) => {
    for (const query of ['event=no-such-event', `event=${event}~no-such-event`]) {
      const response = await get(`${list}?${query}`);
      expect(response.status, query).toBe(400);
      expect((await json<ProblemDocument>(response)).errors).toEqual([
        { parameter: 'event', detail: 'No event has the id "no-such-event", nor ever had. Check the spelling.' },
      ]);
    }
  },
);

test('the feed names itself as its reader asked for it, or as it is told to', async () => {
  const asked = async (to: App, host: string): Promise<{ xml: string; tag: string | null }> => {
    const response = await to.fetch(new Request(`https://${host}/api/v1/changes.atom?event=${event}`));
    return { xml: await response.text(), tag: response.headers.get('etag') };
  };
  const hrefs = (xml: string) => [...xml.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => new URL(href).origin);
  const [a, b] = [await asked(app(), 'a.example'), await asked(app(), 'b.example')];
  expect(new Set(hrefs(a.xml))).toEqual(new Set(['https://a.example']));
  expect(b.xml).toBe(a.xml.replaceAll('https://a.example', 'https://b.example'));
  expect(b.tag).not.toBe(a.tag);
  const told = createApp({ store: store(), build: 'test', origin: 'https://claims.example' });
  const behindProxy = await asked(told, 'internal.example');
  expect(new Set(hrefs(behindProxy.xml))).toEqual(new Set(['https://claims.example']));
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
