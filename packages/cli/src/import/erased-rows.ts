import type { RowVerdict } from '@sameteam/connectors';
import type { ImportSession, QuarantinedRow } from '@sameteam/metrics';

/** A row for the quarantine, and whom it may be about. */
export interface BadRow extends QuarantinedRow {
  readonly subjects: readonly string[];
}

/** Whose personal data can be removed. */
const erasable = ['lead', 'contact', 'company'] as const;

/** Whom a row is about: the subjects of its events, or what its key may stand for where it has none. */
export function subjectsOf({ key, events }: Pick<RowVerdict, 'key' | 'events'>): readonly string[] {
  if (events.length > 0) return [...new Set(events.map(({ subject }) => subject))];
  return key === null ? [] : erasable.map((kind) => `${kind}/${key}`);
}

/** A row about somebody whose personal data was removed: nothing that it says is kept, its key neither. */
export function erasedRow({ file, line }: Pick<QuarantinedRow, 'file' | 'line'>): QuarantinedRow {
  return {
    file,
    line,
    column: null,
    code: 'erased',
    message:
      'This row is about a record whose personal data was erased. Nothing of it was taken, and its text was not kept. Take it out of the export; if the erasure was a mistake, retract it first and import again.',
    raw: '',
  };
}

/**
 * Bad rows as they may be kept: of one that is about somebody who was erased, whatever else is wrong with it, only that.
 */
export async function withoutErased(
  session: Pick<ImportSession, 'erased'>,
  rows: readonly BadRow[],
): Promise<readonly QuarantinedRow[]> {
  if (rows.length === 0) return [];
  const erased = await session.erased(rows.flatMap(({ subjects }) => subjects));
  return rows.map(({ subjects, ...row }) => (subjects.some((subject) => erased.has(subject)) ? erasedRow(row) : row));
}
