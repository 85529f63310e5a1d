/**
 * Exit codes of the command, as scripts see them.
 * @example if (code === exitCodes.locked) retryLater();
 */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** An unknown command, option, metric or dimension, or an unusable value of one. */
  wrongUsage: 2,
  /** Done, and some rows are in quarantine. */
  quarantine: 3,
  notAllowed: 4,
  /** Another process holds the database or the port, or something exists that must not be overwritten. */
  locked: 5,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
