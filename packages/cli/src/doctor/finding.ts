/** What one look of `sameteam doctor` found. */
export interface Finding {
  /** Short name of what was looked at. */
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly found: string;
  /** What to do; `null` where all is well. */
  readonly remedy: string | null;
}

/** All is well. */
export const ok = (check: string, found: string): Finding => ({ check, status: 'ok', found, remedy: null });

/** Works, and will trouble somebody. */
export const warning = (check: string, found: string, remedy: string): Finding => ({
  check,
  status: 'warning',
  found,
  remedy,
});

/** Does not work. */
export const failed = (check: string, found: string, remedy: string): Finding => ({
  check,
  status: 'failed',
  found,
  remedy,
});
