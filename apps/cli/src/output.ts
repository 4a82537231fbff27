/** Where a command writes: results to one stream, what a person should know about them to the other. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What a command ends with: 0 all is well, 1 something was found wrong, 2 it could not be asked. */
export type ExitCode = 0 | 1 | 2;
