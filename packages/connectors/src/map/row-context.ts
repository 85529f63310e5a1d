import type { RowIssue, RowIssueCode } from './row-issue.ts';

/** The row that is being read: one object for all rows of a table, so that compiled closures share it. */
export class RowContext {
  /** The cells that the map reads, by slot; `undefined` is no value. Joined columns lie behind the file's own. */
  readonly values: (string | undefined)[] = [];
  issues: RowIssue[] = [];
  line = 0;
  raw = '';
  readonly #file: string;
  readonly #headings: readonly string[];

  constructor(file: string, headings: readonly string[]) {
    this.#file = file;
    this.#headings = headings;
  }

  /** The heading of a slot. */
  headingOf(slot: number): string {
    return this.#headings[slot] ?? '';
  }

  /** Notes what is wrong; the same fault of the same cell once. */
  fail(code: RowIssueCode, slot: number | null, message: string): void {
    const column = slot === null ? null : this.headingOf(slot);
    if (this.issues.some((issue) => issue.code === code && issue.column === column && issue.message === message))
      return;
    this.issues.push({ file: this.#file, line: this.line, column, code, message, raw: this.raw });
  }
}
