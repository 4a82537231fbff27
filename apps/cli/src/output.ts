/** What a text is written for. */
export interface Terminal {
  /** Columns in a line. */
  readonly columns: number;
  /** Whether colours are seen; whatever they tell is told in words too. */
  readonly colour: boolean;
}

/** Where a command writes: results to one stream, what a person should know about them to the other. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The terminal that reads the results; absent where they go to a file or another program. */
  readonly terminal?: Terminal | undefined;
  /** Likewise the terminal that reads what a person should know. */
  readonly errTerminal?: Terminal | undefined;
}

/** What a command ends with: 0 all is well, 1 something was found wrong, 2 it could not be asked. */
export type ExitCode = 0 | 1 | 2;
