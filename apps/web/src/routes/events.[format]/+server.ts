import { createClient } from '@counterclaim/api/client';
import { error } from '@sveltejs/kit';
import { forApi, forCount, readQuery, unknownIn } from '#lib/state/event-query.ts';
import type { RequestHandler } from './$types';

const FORMATS = ['csv', 'geojson', 'json'] as const;

/** The address of a list with a suffix: the same events in another format, answered by the API. */
export const GET: RequestHandler = async ({ fetch, params, request, url }) => {
  const format = FORMATS.find((name) => name === params.format);
  if (format === undefined) error(404, `There is no format .${params.format}: write .csv, .geojson or .json.`);
  const query = readQuery(url.searchParams);
  // A table holds all events, JSON those of one page.
  const parameters = format === 'json' ? forApi(query) : { ...forCount(query), sort: query.sort };
  // Whoever asks for a file learns of a misspelled filter from the API, rather than get more than was asked for.
  const unknown = unknownIn(url.searchParams).map((name) => [name, url.searchParams.get(name) ?? ''] as const);
  const tag = request.headers.get('if-none-match');
  const answer = await fetch(createClient('').eventsUrl(format, { ...parameters, ...Object.fromEntries(unknown) }), {
    headers: { accept: '*/*', ...(tag === null ? {} : { 'if-none-match': tag }) },
  });
  return new Response(answer.body, answer);
};
