import type { Actor, ActorId, ActorIndex, ActorKind } from '@counterclaim/domain';
import type { Problem } from '../problem/problem.ts';
import type { Folder } from '../schema/record.ts';
import type { Register } from '../schema/register.ts';
import { Field } from './field.ts';
import type { RecordFile, RegisterFile } from './record-file.ts';
import { type Reference, referencesOf } from './references.ts';

/** A claim as it stands in its source's file. */
export interface ClaimEntry {
  /** `<source-id>/<slug>`. */
  readonly id: string;
  readonly source: Field;
  readonly field: Field;
}

/** All files of records together, as they were read, before any rule was asked. */
export class Records {
  /** The folder they were read from. */
  readonly folder: string;
  readonly files: readonly RecordFile[];
  /** The files beside the folders. */
  readonly registers: readonly RegisterFile[];
  /** What was wrong with the files themselves: their encoding, their YAML, their place. */
  readonly problems: readonly Problem[];
  readonly #byFolder = new Map<Folder, Map<string, RecordFile>>();
  readonly #claims = new Map<string, ClaimEntry>();
  readonly #references: Reference[];

  constructor(
    folder: string,
    files: readonly RecordFile[],
    problems: readonly Problem[],
    registers: readonly RegisterFile[] = [],
  ) {
    this.folder = folder;
    this.files = files;
    this.registers = registers;
    this.problems = problems;
    for (const file of files) {
      const present = this.#byFolder.get(file.folder);
      if (present === undefined) this.#byFolder.set(file.folder, new Map([[file.id, file]]));
      else present.set(file.id, file);
    }
    for (const entry of this.eachClaim()) if (!this.#claims.has(entry.id)) this.#claims.set(entry.id, entry);
    this.#references = files.flatMap(referencesOf);
  }

  /** The records of one folder that could be read. */
  of(folder: Folder): Field[] {
    return this.files.filter((file) => file.folder === folder && file.readable).map((file) => Field.of(file));
  }

  /** Every claim that has a slug, in the order of files and documents; a slug that stands twice comes twice. */
  *eachClaim(): Generator<ClaimEntry> {
    for (const source of this.of('sources')) {
      for (const field of source.get('claims').items) {
        const slug = field.get('slug').text;
        if (slug !== undefined) yield { id: `${source.file.id}/${slug}`, source, field };
      }
    }
  }

  /** The ids of a folder's files, or of the claims. */
  ids(of: Folder | 'claims'): Iterable<string> {
    return of === 'claims' ? this.#claims.keys() : (this.#byFolder.get(of)?.keys() ?? []);
  }

  /** Whether something bears an id; what a file that could not be read may hold counts as there. */
  has(of: Folder | 'claims', id: string): boolean {
    if (of !== 'claims') return this.#byFolder.get(of)?.has(id) === true;
    const source = this.#byFolder.get('sources')?.get(id.slice(0, id.indexOf('/')));
    return this.#claims.has(id) || source?.readable === false;
  }

  claim(id: string | undefined): ClaimEntry | undefined {
    return id === undefined ? undefined : this.#claims.get(id);
  }

  record(folder: Folder, id: string | undefined): Field | undefined {
    const file = id === undefined ? undefined : this.#byFolder.get(folder)?.get(id);
    return file === undefined ? undefined : Field.of(file);
  }

  /** A file that stands beside the folders, where there is one that could be read. */
  register(name: Register): Field<RegisterFile> | undefined {
    const file = this.registers.find(({ register, readable }) => register === name && readable);
    return file === undefined ? undefined : Field.of(file);
  }

  /** Every id that a record names. */
  get references(): readonly Reference[] {
    return this.#references;
  }

  /** Whether a file that could not be parsed has an id among its words. */
  mentionedUnread(id: string): boolean {
    const word = new RegExp(`(?<![a-z0-9-])${id.replace(/[^a-z0-9-]/g, '')}(?![a-z0-9-])`);
    return this.files.some((file) => !file.readable && word.test(file.text));
  }

  /** The actors as the domain asks for them, with what their records tell of kind and `partOf`. */
  get actors(): ActorIndex {
    return new Map(
      this.of('actors').map((record): [ActorId, Actor] => {
        const id = record.file.id as ActorId;
        const partOf = record.get('partOf').text as ActorId | undefined;
        const kind = record.get('kind').text as ActorKind;
        return [id, { id, name: id, kind, ...(partOf === undefined ? {} : { partOf }) }];
      }),
    );
  }
}
