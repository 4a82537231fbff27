const NAMES: Readonly<Record<string, string>> = { wikidata: 'Wikidata', ucdp: 'UCDP', acled: 'ACLED', gtd: 'GTD' };

/** What a registry of other people's ids is called: the key of `refs`. */
export const formatRegistry = (key: string): string => NAMES[key] ?? key;
