import type { ColumnProfile } from './column-profile.ts';
import type { Role } from './crm-table.ts';
import { swapDayAndMonth } from './guess-time-format.ts';
import type { GuessedTable } from './guessed-table.ts';

/** A value of a drafted map. */
export type DraftValue =
  | string
  | number
  | boolean
  | null
  | readonly DraftValue[]
  | { readonly [key: string]: DraftValue };

/** An event of a drafted map, with what to say above it. */
export interface DraftEvent {
  readonly comment?: string;
  readonly event: { readonly [key: string]: DraftValue };
}

/** A file of a drafted map. */
export interface DraftFile {
  readonly id: string;
  readonly comment: string;
  readonly head: { readonly [key: string]: DraftValue };
  readonly events: readonly DraftEvent[];
  readonly doubts: readonly string[];
}

/** Reads the roles of a table and remembers which columns were used and what was unsure. */
export class Drafter {
  readonly doubts: string[] = [];
  readonly used = new Set<string>();
  readonly #guessed: GuessedTable;

  constructor(guessed: GuessedTable) {
    this.#guessed = guessed;
  }

  /** The column of a role, marked as used. */
  column(role: Role): ColumnProfile | undefined {
    const column = this.#guessed.roles.get(role);
    if (column !== undefined) this.used.add(column.heading);
    return column;
  }

  /** `{ column: heading }` of a role, with more keys; nothing when the table has no such column. */
  cell(role: Role, more: { readonly [key: string]: DraftValue } = {}): DraftValue | undefined {
    const column = this.column(role);
    return column === undefined ? undefined : { column: column.heading, ...more };
  }

  /** Where a time stands; nothing when the table has no such column. */
  time(role: Role): { readonly [key: string]: DraftValue } | undefined {
    const column = this.column(role);
    if (column === undefined || column.time === null) return undefined;
    const { misfit } = column.time;
    if (misfit !== null)
      this.doubt(`"${column.heading}" holds what is no time (such as "${misfit}"): rows with it go to quarantine.`);
    return { column: column.heading, format: this.#pattern(column) };
  }

  #pattern(column: ColumnProfile): string {
    const { pattern, alternative } = column.time ?? { pattern: 'iso', alternative: null };
    if (alternative === null) return pattern;
    const { table } = this.#guessed;
    const decided = table.columns.find(
      ({ time }) =>
        time !== null && time.alternative === null && time.evidence > 0 && swapDayAndMonth(time.pattern) !== null,
    );
    const dayFirst = decided?.time
      ? decided.time.pattern.startsWith('d')
      : !(pattern.includes('/') && table.dialect.delimiter === ',');
    const chosen = [pattern, alternative].find((candidate) => candidate.startsWith('d') === dayFirst) ?? pattern;
    const other = chosen === pattern ? alternative : pattern;
    const why =
      decided === undefined ? 'nothing in the sample decides it' : `because "${decided.heading}" is written so`;
    this.doubt(
      `"${column.heading}" may be ${chosen} or ${other} (such as ${column.values[0]}); ${chosen} was taken, ${why}.`,
    );
    return chosen;
  }

  /** Notes what is unsure. */
  doubt(sentence: string): void {
    const whole = `${this.#guessed.table.name}: ${sentence}`;
    if (!this.doubts.includes(whole)) this.doubts.push(whole);
  }
}

/** An object without its missing fields; nothing when none is left. */
export function group(
  fields: Readonly<Record<string, DraftValue | undefined>>,
): { readonly [key: string]: DraftValue } | undefined {
  const kept = Object.entries(fields).filter((entry): entry is [string, DraftValue] => entry[1] !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
