/** A row was inserted whose key, or id, its table has already. */
export class DuplicateRow extends Error {
  override readonly name = 'DuplicateRow';
  readonly table: string;
  /** The record's id; `undefined` where the row is none of a record. */
  readonly id: string | undefined;

  constructor(table: string, id: string | undefined, options?: ErrorOptions) {
    super(`${table} ${id ?? '(a row)'} is there already`, options);
    this.table = table;
    this.id = id;
  }
}
