/** Languages that sources and names come in; `Intl` names them differently from machine to machine. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  az: 'Azerbaijani',
  bn: 'Bengali',
  ckb: 'Central Kurdish',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  kk: 'Kazakh',
  ko: 'Korean',
  ky: 'Kyrgyz',
  ms: 'Malay',
  nl: 'Dutch',
  nn: 'Norwegian Nynorsk',
  no: 'Norwegian',
  pl: 'Polish',
  ps: 'Pashto',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  so: 'Somali',
  sv: 'Swedish',
  sw: 'Swahili',
  tg: 'Tajik',
  tk: 'Turkmen',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  uz: 'Uzbek',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

const RIGHT_TO_LEFT_LANGUAGES = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

const subtags = (tag: string): string[] => tag.toLowerCase().split('-');

/** The English name of a BCP 47 language: "Persian"; the tag itself where it is not among the known ones. */
export const formatLanguage = (tag: string): string => NAMES[subtags(tag)[0] ?? ''] ?? tag;

/** The direction in which a BCP 47 language is written, by its script where the tag names one. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = subtags(tag);
  const script = rest.find((subtag) => subtag.length === 4);
  const rightToLeft = script === undefined ? RIGHT_TO_LEFT_LANGUAGES.has(language) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return rightToLeft ? 'rtl' : 'ltr';
}
