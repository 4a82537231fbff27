import { error } from '@sveltejs/kit';
import { MAXIMUM_PAIRS, pairingRules } from '#lib/components/evidence/pairing.ts';
import type { RequestHandler } from './$types';

/** The style sheet of so many pairs of claim and passage (a page's own styles may not stand in the page: CSP). */
export const GET: RequestHandler = ({ params }) => {
  const count = /^[1-9]\d{0,2}$/.test(params.count) ? Number(params.count) : MAXIMUM_PAIRS + 1;
  if (count > MAXIMUM_PAIRS) error(404, `There is a style sheet for 1 to ${MAXIMUM_PAIRS} pairs.`);
  return new Response(pairingRules(count), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  });
};
