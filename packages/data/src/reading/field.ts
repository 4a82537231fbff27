import type { RecordFile } from './record-file.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** A value of a file, with the way that leads to it: rules ask it without knowing whether the shape is right. */
export class Field<File extends YamlFile = RecordFile> {
  readonly file: File;
  readonly path: Path;
  readonly value: unknown;

  private constructor(file: File, path: Path, value: unknown) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  /** The whole value of a file. */
  static of<File extends YamlFile>(file: File): Field<File> {
    return new Field(file, [], file.value);
  }

  /** The value at the end of a path; one whose `value` is undefined where the path leads nowhere. */
  at(path: readonly PropertyKey[]): Field<File> {
    return path.reduce<Field<File>>((field, key) => field.child(typeof key === 'symbol' ? String(key) : key), this);
  }

  private child(key: string | number): Field<File> {
    if (typeof key === 'string') return this.get(key);
    return this.items[key] ?? new Field(this.file, [...this.path, key], undefined);
  }

  /** The value of a key; one whose `value` is undefined where there is none. */
  get(key: string): Field<File> {
    const holder = this.value;
    const held =
      typeof holder === 'object' && holder !== null && !Array.isArray(holder) && Object.hasOwn(holder, key)
        ? (holder as Readonly<Record<string, unknown>>)[key]
        : undefined;
    return new Field(this.file, [...this.path, key], held);
  }

  /** The items of a list; none where it is no list. */
  get items(): Field<File>[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item: unknown, index) => new Field(this.file, [...this.path, index], item));
  }

  /** The value where it is text. */
  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** The value where it is a number. */
  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  get exists(): boolean {
    return this.value !== undefined;
  }
}
