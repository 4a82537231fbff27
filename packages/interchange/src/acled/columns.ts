import type { SourceColumn } from '../codec.ts';

const used = (name: string): SourceColumn => ({ name, required: true, use: 'used' });
const usedWhereThere = (name: string): SourceColumn => ({ name, required: false, use: 'used' });
const ignored = (name: string, reason: string): SourceColumn => ({ name, required: false, use: 'ignored', reason });
const signal = (name: string, reason: string): SourceColumn => ({ name, required: false, use: 'signal', reason });

const POPULATION = 'how many people live around is no claim about the event';
const OLDER = 'a number of older exports, by which nothing is looked up any more';

/**
 * Every column of ACLED's exports, and what becomes of it: the 31 of the current layout in their order, the four of 2025, then those
 * of older exports. By the ACLED codebook, https://acleddata.com/knowledge-base/codebook/.
 */
export const COLUMNS: readonly SourceColumn[] = [
  used('event_id_cnty'),
  used('event_date'),
  signal('year', 'it is that of the date'),
  used('time_precision'),
  ignored('disorder_type', 'it follows from the type of the event'),
  signal('event_type', 'it is the type to which the sub-event type belongs'),
  used('sub_event_type'),
  used('actor1'),
  usedWhereThere('assoc_actor_1'),
  usedWhereThere('inter1'),
  used('actor2'),
  usedWhereThere('assoc_actor_2'),
  usedWhereThere('inter2'),
  signal('interaction', 'it is inter1 and inter2'),
  usedWhereThere('civilian_targeting'),
  usedWhereThere('iso'),
  ignored('region', 'it follows from the country'),
  used('country'),
  usedWhereThere('admin1'),
  usedWhereThere('admin2'),
  usedWhereThere('admin3'),
  used('location'),
  used('latitude'),
  used('longitude'),
  used('geo_precision'),
  usedWhereThere('source'),
  usedWhereThere('source_scale'),
  signal('notes', 'they are the text of others: they only tell whether 0 dead means that nobody died'),
  used('fatalities'),
  usedWhereThere('tags'),
  usedWhereThere('timestamp'),
  ignored('population_1km', POPULATION),
  ignored('population_2km', POPULATION),
  ignored('population_5km', POPULATION),
  ignored('population_best', POPULATION),
  ignored('data_id', OLDER),
  ignored('event_id_no_cnty', OLDER),
  ignored('iso3', 'iso tells the country'),
];
