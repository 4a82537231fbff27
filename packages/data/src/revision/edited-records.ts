import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, isSeq, parseDocument } from 'yaml';
import { layOutFile } from '../layout/layout-of-records.ts';
import { parseRecord, parseRegister, type RecordFile, type RegisterFile } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import type { Path } from '../reading/yaml-file.ts';
import type { Folder } from '../schema/record.ts';
import type { Register } from '../schema/register.ts';

/** A file of records that is to change. */
export interface ChangedFile {
  /** Path within the folder of records. */
  readonly file: string;
  /** Its text; `null` where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

const PARSING = { logLevel: 'error', version: '1.2' } as const;

type AnyFile = RecordFile | RegisterFile;

/** A file being edited; `name` is null once it is to go. */
interface Edited {
  readonly file: AnyFile;
  readonly document: Document;
  name: { readonly file: string; readonly id: string } | null;
}

/** Records with changes that are not written yet. Comments stay with what they stand at. */
export class EditedRecords {
  readonly #records: Records;
  readonly #schemas: string;
  readonly #edited = new Map<string, Edited>();

  /** @param schemas The way from the folder of records to their JSON Schemas (`schemasFrom`). */
  constructor(records: Records, schemas: string) {
    this.#records = records;
    this.#schemas = schemas;
  }

  #open(file: AnyFile): Edited {
    let edited = this.#edited.get(file.file);
    if (edited === undefined) {
      const name = { file: file.file, id: 'id' in file ? file.id : file.register };
      edited = { file, document: parseDocument(file.text, PARSING), name };
      this.#edited.set(file.file, edited);
    }
    return edited;
  }

  /** A file that stands beside the folders; an empty one where there is none yet. */
  register(name: Register): RegisterFile {
    const present = this.#records.registers.find(({ register }) => register === name);
    if (present !== undefined) return present;
    const file = `${name}.yml`;
    const edited = this.#edited.get(file);
    return edited === undefined ? parseRegister(name, file, '').register : (edited.file as RegisterFile);
  }

  /** Puts a value at a path. Maps and lists that are missing on the way are made. */
  set(file: AnyFile, path: Path, value: unknown): void {
    const { document } = this.#open(file);
    const node = document.createNode(value);
    const before = document.getIn(path, true);
    if (isNode(before)) {
      const { comment, commentBefore, spaceBefore } = before;
      Object.assign(node, { comment, commentBefore, spaceBefore });
    }
    document.setIn(path, node);
  }

  /** Puts a value at the end of the list at a path; the list is made where it is missing. */
  append(file: AnyFile, path: Path, value: unknown): void {
    const { document } = this.#open(file);
    const list = document.getIn(path, true);
    if (isSeq(list)) list.add(document.createNode(value));
    else document.setIn(path, document.createNode([value]));
  }

  /** Takes a value away. */
  remove(file: AnyFile, path: Path): void {
    this.#open(file).document.deleteIn(path);
  }

  /** Gives a key of the map at a path another name. */
  renameKey(file: AnyFile, path: Path, key: string, to: string): void {
    const { document } = this.#open(file);
    const map = document.getIn(path, true);
    if (!isMap(map)) return;
    const pair = map.items.find((item) => String(item.key) === key);
    if (pair !== undefined) pair.key = document.createNode(to);
  }

  /** Moves an item of a list, with its comments, to the end of a list of another file. */
  moveItem(file: AnyFile, path: Path, other: AnyFile, list: Path): void {
    const item = this.#open(file).document.getIn(path, true);
    const target = this.#open(other).document.getIn(list, true);
    if (isSeq(target)) target.add(item);
    else this.#open(other).document.setIn(list, this.#open(other).document.createNode([item]));
  }

  /** Gives a record another id, and so another file. */
  renameRecord(file: RecordFile, id: string): void {
    this.set(file, ['id'], id);
    this.#open(file).name = { file: `${file.folder}/${id}.yml`, id };
  }

  /** Lets a record go. */
  drop(file: RecordFile): void {
    this.#open(file).name = null;
  }

  /** The file as it will be; `null` where it goes. */
  #result({ file, document, name }: Edited): { file: AnyFile; problems: Records['problems'] } | null {
    if (name === null) return null;
    const text = document.toString({ lineWidth: 0 });
    // What the writer of YAML makes of a document must be that document, whatever its comments.
    if (!isDeepStrictEqual(parseDocument(text, PARSING).toJS(), document.toJS())) {
      throw new Error(`${file.file}: a value would be another once it is written: nothing was written`);
    }
    const parse = (now: string) => {
      if ('register' in file) {
        const { register, problems } = parseRegister(file.register, name.file, now);
        return { file: register as AnyFile, problems };
      }
      const { record, problems } = parseRecord(file.folder satisfies Folder, name.file, name.id, now);
      return { file: record as AnyFile, problems };
    };
    return parse(layOutFile(parse(text).file, this.#schemas).laidOut);
  }

  /** What is to be written, and the records as they will be then. */
  finish(): { readonly files: readonly ChangedFile[]; readonly records: Records } {
    const { folder, files, registers, problems } = this.#records;
    const changes = new Map<string, { before: string | null; after: string | null }>();
    const change = (file: string) => {
      const present = [...files, ...registers].find((each) => each.file === file)?.text ?? null;
      let found = changes.get(file);
      if (found === undefined) changes.set(file, (found = { before: present, after: present }));
      return found;
    };
    const left = [...files, ...registers].filter(({ file }) => !this.#edited.has(file));
    const made = [...this.#edited.values()].map((edited) => ({ edited, result: this.#result(edited) }));
    for (const { edited } of made) change(edited.file.file).after = null;
    for (const { result } of made) if (result !== null) change(result.file.file).after = result.file.text;
    const all = [...left, ...made.flatMap(({ result }) => result?.file ?? [])];
    all.sort((a, b) => (a.file < b.file ? -1 : 1));
    const found = [
      ...problems.filter(({ file }) => !this.#edited.has(file)),
      ...made.flatMap(({ result }) => result?.problems ?? []),
    ];
    return {
      files: [...changes]
        .map(([file, texts]) => ({ file, ...texts }))
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => (a.file < b.file ? -1 : 1)),
      records: new Records(
        folder,
        all.filter((file) => 'folder' in file),
        found,
        all.filter((file) => 'register' in file),
      ),
    };
  }
}
