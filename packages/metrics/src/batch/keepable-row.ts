import { withoutLoneSurrogates } from '@sameteam/model';
import type { QuarantinedRow } from '../engine.ts';

/** A row of quarantine as every store can keep it: what was refused may hold halves of characters, and NUL. */
export function keepableRow(row: QuarantinedRow): QuarantinedRow {
  const { file, column, code, message, raw } = row;
  return {
    ...row,
    file: keepable(file),
    column: column === null ? null : keepable(column),
    code: keepable(code),
    message: keepable(message),
    raw: keepable(raw),
  };
}

function keepable(text: string): string {
  return withoutLoneSurrogates(text).replaceAll('\0', '\ufffd');
}
