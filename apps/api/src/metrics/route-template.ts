import { RegExpRouter } from 'hono/router/reg-exp-router';
import { SmartRouter } from 'hono/router/smart-router';
import { TrieRouter } from 'hono/router/trie-router';

/** The template of every address that is none of the given ones. */
const OTHER = 'other';

/**
 * Finds the template of a path by the router of the app itself, without calling a route: most answers never reach one.
 *
 * @param templates as `/api/v1/events/{id}`
 */
export function routeTemplates(templates: Iterable<string>): (path: string) => string {
  const router = new SmartRouter<string>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const template of templates) router.add('GET', template.replaceAll(/\{(\w+)\}/g, ':$1'), template);
  return (path) => router.match('GET', path)[0][0]?.[0] ?? OTHER;
}
