// @ts-check

/**
 * A failure whose message is meant for the person at the terminal: what failed, why, what to do.
 * Its stack is never shown.
 */
export class PlainError extends Error {
  /**
   * @param {string} message
   * @param {{ exitCode?: number, details?: string, cause?: unknown }} [options] `details`: output of the tool that failed
   */
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = 'PlainError';
    this.exitCode = options.exitCode ?? 1;
    this.details = options.details ?? '';
  }
}
