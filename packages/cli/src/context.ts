/** Where text goes: standard output or standard error. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person reads it. */
  readonly isTerminal: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
}

/** Everything of the machine that a command touches, given to it so that it can be tested without. */
export interface CommandContext {
  /** The result, and nothing else. */
  readonly stdout: Output;
  /** Progress, questions, warnings and errors. */
  readonly stderr: Output;
  /** Whether a person can be asked. */
  readonly canAsk: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder against which paths are resolved. */
  readonly cwd: string;
  /** The clock, in UTC milliseconds. */
  readonly now: () => number;
  /** Aborted when the command is told to stop: by Ctrl-C, a signal, or the end of its parent. */
  readonly stop: AbortSignal;
}
