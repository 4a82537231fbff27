/** Why a store refuses: what a caller may act on, whatever the engine. */
export type StoreErrorCode =
  /** A record names one that no dataset holds. */
  | 'unresolved'
  /** A record is given twice, or belongs to another dataset. */
  | 'conflict'
  /** The stream holds something that is no record: an impossible date, an unknown zone. */
  | 'invalid'
  /** The database cannot be read as one. */
  | 'damaged'
  /** The database, or its folder, cannot be written. */
  | 'unwritable'
  /** Another process holds the database for longer than the store waits. */
  | 'busy'
  /** The disk is full. */
  | 'full'
  /** The database was written by a newer build, or by another program. */
  | 'incompatible'
  /** The server of the database does not answer, or lets nobody in. */
  | 'unreachable'
  /** A query took longer than it may. */
  | 'timeout'
  /** A query that runs beside the event loop failed or took too long. */
  | 'worker';

/** An error of the store: one line that names what is wrong and what to do about it. Nothing is lost when it is thrown. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
