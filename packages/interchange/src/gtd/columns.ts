import type { SourceColumn } from '../codec.ts';

const TEXT = 'the text of others, which may name private persons';
const SAME = 'the code beside it says the same';
const REPORTS = 'a document cannot yet name the reports it rests on, and a citation holds its publisher’s headline';
const CRITERION = 'why the dataset counts the incident is nothing about the incident; doubtterr tells its doubts';
const RANSOM = 'no question of the ledger asks for ransoms';
const KIDNAP = 'no question of the ledger asks how long a kidnapping lasted or where it led';
const INTERNATIONAL = 'it follows from the countries of those involved';
const NARROWER = 'the type of the target is carried';
const NAMED = 'whoever was attacked may be a private person';

/** What the columns that are neither required nor simply used are for. */
const IGNORED: Readonly<Record<string, string>> = {
  region: 'it follows from the country',
  region_txt: 'it follows from the country',
  location: TEXT,
  summary: TEXT,
  crit1: CRITERION,
  crit2: CRITERION,
  crit3: CRITERION,
  alternative_txt: SAME,
  motive: TEXT,
  weapdetail: TEXT,
  propcomment: TEXT,
  addnotes: TEXT,
  nhours: KIDNAP,
  ndays: KIDNAP,
  divert: KIDNAP,
  kidhijcountry: KIDNAP,
  ransom: RANSOM,
  ransomamt: RANSOM,
  ransomamtus: RANSOM,
  ransompaid: RANSOM,
  ransompaidus: RANSOM,
  ransomnote: RANSOM,
  nhostkidus: 'of hostages the number of all is carried',
  hostkidoutcome_txt: SAME,
  propextent_txt: SAME,
  scite1: REPORTS,
  scite2: REPORTS,
  scite3: REPORTS,
  dbsource: 'who collected the row for the dataset is nothing about the incident',
  int_log: INTERNATIONAL,
  int_ideo: INTERNATIONAL,
  int_misc: INTERNATIONAL,
  int_any: INTERNATIONAL,
};

const SIGNALS: Readonly<Record<string, string>> = {
  extended: 'resolution tells when an extended incident ended',
  multiple: 'related tells of which incidents it is one',
};

const REQUIRED: ReadonlySet<string> = new Set(
  'eventid iyear imonth iday country_txt latitude longitude attacktype1 gname nkill nwound'.split(' '),
);

/** The 135 columns in their order, in lower case; by the GTD codebook, https://www.start.umd.edu/gtd/. */
const NAMES = `
eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city latitude longitude
specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success suicide
attacktype1 attacktype1_txt attacktype2 attacktype2_txt attacktype3 attacktype3_txt
targtype1 targtype1_txt targsubtype1 targsubtype1_txt corp1 target1 natlty1 natlty1_txt
targtype2 targtype2_txt targsubtype2 targsubtype2_txt corp2 target2 natlty2 natlty2_txt
targtype3 targtype3_txt targsubtype3 targsubtype3_txt corp3 target3 natlty3 natlty3_txt
gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual nperps nperpcap
claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt compclaim
weaptype1 weaptype1_txt weapsubtype1 weapsubtype1_txt weaptype2 weaptype2_txt weapsubtype2 weapsubtype2_txt
weaptype3 weaptype3_txt weapsubtype3 weapsubtype3_txt weaptype4 weaptype4_txt weapsubtype4 weapsubtype4_txt weapdetail
nkill nkillus nkillter nwound nwoundus nwoundte property propextent propextent_txt propvalue propcomment
ishostkid nhostkid nhostkidus nhours ndays divert kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote
hostkidoutcome hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3 dbsource int_log int_ideo int_misc int_any related
`
  .trim()
  .split(/\s+/);

function columnOf(name: string): SourceColumn {
  const required = REQUIRED.has(name);
  const signal = SIGNALS[name];
  if (signal !== undefined) return { name, required, use: 'signal', reason: signal };
  const reason =
    IGNORED[name] ??
    (/^(?:corp|target)\d$/.test(name)
      ? NAMED
      : /^targsubtype\d(?:_txt)?$/.test(name)
        ? NARROWER
        : /^(?:attacktype|weaptype|weapsubtype|targtype|claimmode)\d?_txt$/.test(name) || /^natlty\d$/.test(name)
          ? SAME
          : undefined);
  return reason === undefined ? { name, required, use: 'used' } : { name, required, use: 'ignored', reason };
}

/** Every column of the Global Terrorism Database, and what becomes of it. */
export const COLUMNS: readonly SourceColumn[] = NAMES.map(columnOf);
