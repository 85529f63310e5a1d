import type { QuarantinedRow } from '../engine.ts';
import { keepableText, rawExcerpt } from './raw-excerpt.ts';

/** A row of quarantine as every store can keep it: what was refused may hold halves of characters, NUL, and much text. */
export function keepableRow(row: QuarantinedRow): QuarantinedRow {
  const { file, column, code, message, raw } = row;
  return {
    ...row,
    file: keepableText(file),
    column: column === null ? null : keepableText(column),
    code: keepableText(code),
    message: keepableText(message),
    raw: rawExcerpt(raw),
  };
}
