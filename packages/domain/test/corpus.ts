import { readFileSync } from 'node:fs';

/** The lines of a corpus file as tab-separated cells, without comments. */
export const readCorpus = (name: string): string[][] =>
  readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'));
