import { PROBLEMS } from '@counterclaim/api/client';
import { error } from '@sveltejs/kit';
import { type OpenApiDocument, operationsOf } from '#lib/server/openapi.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const response = await fetch('/api/openapi.json');
  if (!response.ok) error(response.status, 'The description of the API cannot be read. Try again later.');
  const document = (await response.json()) as OpenApiDocument;
  return {
    description: document.info.description ?? '',
    groups: operationsOf(document),
    problems: Object.entries(PROBLEMS).map(([name, problem]) => ({ name, ...problem })),
  };
};
