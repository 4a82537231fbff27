import type { EventPage } from '../event/page.ts';
import type { Locator } from '../map/locator.ts';
import { embedCode, type EmbedCode } from './code.ts';
import type { EmbedForm } from './form.ts';

/** Head and foot of a frame, in pixels. */
const FRAME = 220;
/** A row of the matrix with its words. */
const MATRIX_ROW = 120;
/** Key, heads and notes around the ladder. */
const LADDER_FRAME = 260;
/** A line of the table that stands in for a ladder. */
const TABLE_ROW = 40;
const MAP = 560;

/** The forms of an event that have something to show, each with the height that it needs at the width of an article. */
export function eventForms(
  { sections, attribution, toll }: Pick<EventPage, 'sections' | 'attribution' | 'toll'>,
  locator: Locator,
): { readonly form: EmbedForm; readonly height: number }[] {
  const has = (id: string): boolean => sections.some((section) => section.id === id);
  const { rows, abstentions } = attribution.matrix;
  return [
    ...(has('claims')
      ? [{ form: 'matrix' as const, height: FRAME + 60 + (rows.length + abstentions.length) * MATRIX_ROW }]
      : []),
    ...(has('toll')
      ? [
          {
            form: 'toll' as const,
            height: FRAME + LADDER_FRAME + (toll.ladder?.height ?? toll.lines.length * TABLE_ROW),
          },
        ]
      : []),
    ...(locator.state === 'mapped' ? [{ form: 'map' as const, height: FRAME + MAP }] : []),
  ];
}

/** The code of every frame that an event has, live and as of a date. */
export const eventEmbeds = (page: EventPage, locator: Locator, origin: string, date: string): EmbedCode[] =>
  eventForms(page, locator).map(({ form, height }) =>
    embedCode({ form, id: page.id, title: page.title, height }, origin, date),
  );
