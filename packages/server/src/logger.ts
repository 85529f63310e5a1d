/** Where unexpected errors go. A pino logger is one. */
export interface Logger {
  error(
    details: { readonly id: string; readonly method: string; readonly path: string; readonly err: unknown },
    message: string,
  ): void;
}

/** Writes to standard error. */
export const stderrLogger: Logger = {
  error(details, message) {
    console.error(message, details);
  },
};
