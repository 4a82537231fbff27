import { type Client, ProblemError } from '@counterclaim/api/client';
import { error } from '@sveltejs/kit';
import { parseEmbedForm, type EmbedForm } from '#lib/components/embed/form.ts';
import { eventPage } from '#lib/components/event/page.ts';
import { cite } from './citation.ts';
import { citedActor, citedPlace } from './cited-view.ts';
import { eventLocator } from './event-locator.ts';
import { orLedTo } from './moved.ts';

/** The form that an address names. Throws 404, naming those that there are. */
export function embedForm(text: string): EmbedForm {
  const form = parseEmbedForm(text);
  if (form === undefined) error(404, `There is no form ${text}: write matrix, toll, map or histogram.`);
  return form;
}

/** An event as a frame shows it. Where its id was changed, the reader is led on to `address`. */
export async function embeddedEvent(
  id: string,
  asOf: string | undefined,
  api: Client,
  url: URL,
  address: (id: string) => string,
) {
  const detail = await orLedTo(api.event(id, { asOf }), ({ to }) => address(to));
  const { event, dataset } = detail;
  const cited = { title: event.title, id: event.id, path: `/events/${event.id}`, retracted: event.retracted };
  const [locator, citation] = await Promise.all([eventLocator(detail), cite({ ...cited, dataset, asOf }, api, url)]);
  return { page: eventPage(detail, []), locator, citation };
}

/** What a histogram is of: of a place, else of an actor; of an id that both have, as `of` says. */
export async function embeddedMonths(
  of: string | undefined,
  id: string,
  asOf: string | undefined,
  api: Client,
  url: URL,
  address: (id: string) => string,
) {
  if (of !== undefined && of !== 'place' && of !== 'actor')
    error(400, `Months are of=place or of=actor, not of=${of}.`);
  const place = of === 'actor' ? undefined : await unlessMissing(orLedTo(api.place(id), ({ to }) => address(to)));
  const actor =
    place !== undefined || of === 'place'
      ? undefined
      : await unlessMissing(orLedTo(api.actor(id), ({ to }) => address(to)));
  const [kind, cited, title] =
    place !== undefined
      ? (['place', citedPlace(place.place, asOf), place.place.name] as const)
      : actor !== undefined
        ? (['actor', citedActor(actor.actor, asOf), actor.actor.name] as const)
        : error(404, `The ledger has no ${of ?? 'place or actor'} ${id}.`);
  const [{ months, total }, citation] = await Promise.all([api.facets({ [kind]: id, asOf }), cite(cited, api, url)]);
  return { kind, id, title, months, total, citation };
}

/** A record, or nothing where there is none of that id. */
async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (problem) {
    if (problem instanceof ProblemError && problem.status === 404) return undefined;
    throw problem;
  }
}
