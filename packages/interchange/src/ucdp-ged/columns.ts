import type { Layout, SourceColumn } from '../codec.ts';

const used = (name: string): SourceColumn => ({ name, required: true, use: 'used' });
const usedWhereThere = (name: string): SourceColumn => ({ name, required: false, use: 'used' });
const ignored = (name: string, reason: string): SourceColumn => ({ name, required: false, use: 'ignored', reason });
const signal = (name: string, reason: string): SourceColumn => ({ name, required: false, use: 'signal', reason });

const REPORTS = 'a document cannot yet name the reports it rests on, and a headline is its publisher’s text';
const OLDER = 'the same number as of older releases, under which nothing is filed any more';

/**
 * Every column of UCDP GED, and what becomes of it. In the order of the 49 columns of releases from 20.1 on; the layout of 42
 * columns has the same names in another order. By the GED codebook, https://ucdp.uu.se/downloads/.
 */
export const COLUMNS: readonly SourceColumn[] = [
  used('id'),
  usedWhereThere('relid'),
  signal('year', 'it is that of the dates'),
  ignored('active_year', 'whether the dyad passed 25 deaths in the year is about the year, not about the event'),
  signal('code_status', 'only rows that are marked Clear are final'),
  used('type_of_violence'),
  ignored('conflict_dset_id', OLDER),
  ignored('conflict_new_id', 'a conflict is how the dataset files events; its name is in what the dataset says'),
  usedWhereThere('conflict_name'),
  ignored('dyad_dset_id', OLDER),
  ignored('dyad_new_id', 'a dyad is its two sides, which are carried'),
  ignored('dyad_name', 'it is the names of the two sides, which are carried'),
  ignored('side_a_dset_id', OLDER),
  used('side_a_new_id'),
  used('side_a'),
  ignored('side_b_dset_id', OLDER),
  used('side_b_new_id'),
  used('side_b'),
  ignored('number_of_sources', REPORTS),
  ignored('source_article', REPORTS),
  ignored('source_office', 'it repeats what source_article says'),
  ignored('source_date', 'it repeats what source_article says'),
  ignored('source_headline', 'it repeats what source_article says'),
  ignored('source_original', 'it may name private persons'),
  used('where_prec'),
  used('where_coordinates'),
  ignored('where_description', 'it is the text of others, and may name private persons and homes'),
  usedWhereThere('adm_1'),
  usedWhereThere('adm_2'),
  used('latitude'),
  used('longitude'),
  ignored('geom_wkt', 'it repeats the coordinates'),
  signal('priogrid_gid', 'its cell has the coordinates in it'),
  used('country'),
  used('country_id'),
  ignored('region', 'it follows from the country'),
  used('event_clarity'),
  signal('date_prec', 'it is told by how far the two dates lie apart'),
  used('date_start'),
  used('date_end'),
  used('deaths_a'),
  used('deaths_b'),
  used('deaths_civilians'),
  used('deaths_unknown'),
  used('best'),
  used('high'),
  used('low'),
  usedWhereThere('gwnoa'),
  usedWhereThere('gwnob'),
];

const LAYOUT_49 = COLUMNS.map(({ name }) => name);

/** As in release 19.1. */
const LAYOUT_42 = (
  'id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id gwnoa side_a ' +
  'side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline source_original ' +
  'where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity ' +
  'date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown low best high'
).split(' ');

/** A candidate file's first record begins with a row's number, and has days where the layout says so. */
const layoutOf = (columns: readonly string[]): Layout => {
  const days = [columns.indexOf('date_start'), columns.indexOf('date_end')];
  const type = columns.indexOf('type_of_violence');
  return {
    columns,
    fits: (cells) =>
      /^\d+$/.test(cells[0]?.trim() ?? '') &&
      /^[123]$/.test(cells[type]?.trim() ?? '') &&
      days.every((index) => /^\d{4}-\d{2}-\d{2}/.test(cells[index]?.trim() ?? '')),
  };
};

export const LAYOUTS: readonly Layout[] = [layoutOf(LAYOUT_49), layoutOf(LAYOUT_42)];
