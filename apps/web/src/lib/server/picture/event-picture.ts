import LadderPicture from '#lib/components/picture/LadderPicture.svelte';
import MapPicture from '#lib/components/picture/MapPicture.svelte';
import { matrixLayout } from '#lib/components/picture/matrix-layout.ts';
import MatrixPicture from '#lib/components/picture/MatrixPicture.svelte';
import type { CitationWording } from '#lib/citation/wording.ts';
import { EMBED_WORDS } from '#lib/components/embed/form.ts';
import type { EventPage } from '#lib/components/event/page.ts';
import type { Locator } from '#lib/components/map/locator.ts';
import { drawn } from './drawn.ts';
import type { Picture } from './frame.ts';
import { GLYPH_STYLE, LADDER_STYLE, MAP_STYLE } from './style.ts';

/** The charts of an event that are files as well. */
export const EVENT_CHARTS = ['matrix', 'toll', 'map'] as const;
export type EventChart = (typeof EVENT_CHARTS)[number];

/** Pixels of a chart without its margins. */
const WIDTH = 960;

const LADDER_NOTE =
  'Filled marks are current statements, hollow ones past, with a step to what took their place. A diamond counts another group or place, a square is a stated zero, an arrow means “at least” or “more than”, a ring that five or more documents carry it. The band is the range of current statements, not an average.';

const MATRIX_NOTE =
  'A cell is one position. Origins are independent: ten papers with one wire text are one origin. – means that the ledger holds no statement.';

const MAP_NOTE =
  'Simplified outlines from Natural Earth. Borders are drawn as Natural Earth has them, and say nothing about whose land it is.';

/** An event as its pictures need it. */
export interface PicturedEvent {
  readonly page: Pick<EventPage, 'title' | 'attribution' | 'toll' | 'where'>;
  readonly locator: Locator;
  readonly citation: CitationWording;
}

function chartOf(chart: EventChart, { page, locator }: PicturedEvent) {
  switch (chart) {
    case 'matrix': {
      const { matrix } = page.attribution;
      if (matrix.rows.length === 0) return undefined;
      const layout = matrixLayout(matrix, WIDTH);
      const content = drawn(MatrixPicture, { layout, width: WIDTH });
      return {
        content,
        width: WIDTH,
        height: layout.height,
        style: GLYPH_STYLE,
        summary: page.attribution.summary,
        note: MATRIX_NOTE,
      };
    }
    case 'toll': {
      const { ladder, summary } = page.toll;
      if (ladder === null) return undefined;
      const content = drawn(LadderPicture, { ladder, width: WIDTH });
      return { content, width: WIDTH, height: ladder.height + 40, style: LADDER_STYLE, summary, note: LADDER_NOTE };
    }
    case 'map': {
      if (locator.state === 'unmappable') return undefined;
      const content = drawn(MapPicture, { map: locator });
      const { width, height } = locator;
      return { content, width, height, style: MAP_STYLE, summary: page.where.summary, note: MAP_NOTE };
    }
  }
}

/** A chart of an event as a picture; `undefined` where the event has nothing to draw there. */
export function eventPicture(chart: EventChart, event: PicturedEvent): Picture | undefined {
  const found = chartOf(chart, event);
  if (found === undefined) return undefined;
  const { summary, note, ...rest } = found;
  const { citation, page } = event;
  return {
    ...rest,
    title: page.title,
    lines: [`${EMBED_WORDS[chart].question}. ${summary}`],
    note,
    description: `${EMBED_WORDS[chart].question}: ${page.title}. ${summary}`,
    citation: citation.text,
  };
}

/** The charts of an event that have something to draw. */
export const eventCharts = ({ page, locator }: Pick<PicturedEvent, 'page' | 'locator'>): EventChart[] =>
  EVENT_CHARTS.filter((chart) =>
    chart === 'matrix'
      ? page.attribution.matrix.rows.length > 0
      : chart === 'toll'
        ? page.toll.ladder !== null
        : locator.state === 'mapped',
  );
