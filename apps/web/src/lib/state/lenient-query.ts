import { type ParameterError, ProblemError } from '@counterclaim/api/client';
import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS, isSlug, STANCES } from '@counterclaim/domain';
import {
  type EventQuery,
  isList,
  type ListParameter,
  PARAMETERS,
  type Parameter,
  valuesOf,
  VIEWS,
  without,
  withValue,
} from './event-query.ts';
import { readMapView } from './map-view.ts';
import { nearestValue } from './nearest-value.ts';
import { unknownColumns } from './table-columns.ts';

/** Something in an address that the page does not follow. */
export interface Ignored {
  /** As the address has it; without its value where the name itself is wrong. */
  readonly parameter: string;
  readonly value?: string;
  /** What is wrong with it. */
  readonly why: string;
  /** A value of the same parameter that was probably meant. */
  readonly instead?: string;
}

/** The part of a query that can be answered, and what was left out of it. */
export interface LenientQuery {
  readonly query: EventQuery;
  readonly ignored: readonly Ignored[];
}

/** Leaves out what is refused of a parameter: all of it, or those values of a list that are wrong. */
function leave(
  { query, ignored }: LenientQuery,
  name: Parameter,
  why: string,
  wrong: readonly string[] = [],
): LenientQuery {
  const value = query[name];
  if (value === undefined) return { query, ignored };
  if (isList(name) && wrong.length > 0) {
    const left = wrong.reduce<EventQuery>((rest, each) => without(rest, name, each), query);
    return { query: left, ignored: [...ignored, { parameter: name, value: wrong.join('~'), why }] };
  }
  const instead = nearestValue(name, value);
  const found = { parameter: name, value, why, ...(instead === undefined ? {} : { instead }) };
  return { query: without(query, name), ignored: [...ignored, found] };
}

/**
 * Judges what only the dashboard knows: the view and what steers it, and names that mean nothing.
 * @param unknown names in the address that are no parameter
 */
function withoutWrongView(query: EventQuery, unknown: readonly string[]): LenientQuery {
  let lenient: LenientQuery = {
    query,
    ignored: unknown.map((parameter) => ({ parameter, why: 'is no parameter of this page' })),
  };
  const { view, map, columns } = query;
  if (view !== undefined && !(VIEWS as readonly string[]).includes(view)) {
    lenient = leave(lenient, 'view', `${JSON.stringify(view)} is no view: there are ${VIEWS.join(', ')}`);
  }
  if (map !== undefined && readMapView(map) === undefined) {
    lenient = leave(
      lenient,
      'map',
      `${JSON.stringify(map)} is no place to look at: write zoom/latitude/longitude, such as 5/34.5/69.2`,
    );
  }
  const wrong = unknownColumns(columns ?? '');
  if (wrong.length > 0) {
    const kept = (columns ?? '').split('~').filter((name) => !wrong.includes(name));
    lenient = {
      query: withValue(lenient.query, 'columns', kept.join('~')),
      ignored: [
        ...lenient.ignored,
        {
          parameter: 'columns',
          value: wrong.join('~'),
          why: `the table has no such ${wrong.length === 1 ? 'column' : 'columns'}`,
        },
      ],
    };
  }
  return lenient;
}

/** Which values of a list the API could not have taken. */
function wrongValues(query: EventQuery, name: ListParameter): readonly string[] {
  const vocabulary: Readonly<Partial<Record<ListParameter, readonly string[]>>> = {
    status: ATTRIBUTION_STATUSES,
    stance: STANCES,
    agreement: AGREEMENTS,
    kind: EVENT_KINDS,
  };
  if (name === 'question') return [];
  return valuesOf(query, name).filter((value) => !(vocabulary[name]?.includes(value) ?? isSlug(value)));
}

/** Leaves out what the API refused. */
function withoutRefused(lenient: LenientQuery, errors: readonly ParameterError[]): LenientQuery {
  return errors.reduce((rest, { parameter, detail }) => {
    const name = PARAMETERS.find((each) => each === parameter);
    return name === undefined ? rest : leave(rest, name, detail, isList(name) ? wrongValues(rest.query, name) : []);
  }, lenient);
}

/**
 * Answers as much of a query as can be answered. What the API refuses is left out and asked again without, so that only the API says what
 * is right; everything that was left out is told.
 *
 * @param unknown names in the address that are no parameter
 * @param ask asks the API
 * @throws what `ask` throws, unless it is that parameters were refused
 */
export async function answerLeniently<Answer>(
  query: EventQuery,
  unknown: readonly string[],
  ask: (query: EventQuery) => Promise<Answer>,
): Promise<LenientQuery & { readonly answer: Answer }> {
  let lenient = withoutWrongView(query, unknown);
  for (;;) {
    try {
      return { ...lenient, answer: await ask(lenient.query) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 400) throw error;
      const less = withoutRefused(lenient, error.problem.errors ?? []);
      // Each time something goes, so this ends.
      if (less.ignored.length === lenient.ignored.length) throw error;
      lenient = less;
    }
  }
}
