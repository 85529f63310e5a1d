import { parseTimeFormat } from '../time/parse-time-format.ts';
import type { ZoneClock } from '../time/zone-clock.ts';
import { compileMoney, compileNumber } from './compile-number.ts';
import { compilePlace } from './compile-place.ts';
import { compileTime } from './compile-time.ts';
import type { CellSpec } from './map-schema.ts';
import type { RowContext } from './row-context.ts';
import type { Slots } from './slots.ts';

/** Reads a value of a row; `undefined` is no value, and leaves the field out. */
export type ReadValue = (row: RowContext) => unknown;

/** Turns the text of a cell into a value; notes an issue and gives `undefined` when it cannot. */
export type ConvertText = (row: RowContext, text: string, slot: number | null) => unknown;

/** What the compiler of a value must know of its file. */
export interface ValueScope {
  readonly slots: Slots;
  readonly clockOf: (zone: string | undefined) => ZoneClock;
}

const trueTexts = ['true', 'yes', 'y', 't', '1', 'on'];
const falseTexts = ['false', 'no', 'n', 'f', '0', 'off'];

/** Compiles a cell: place, then empty texts, then case, then renames, then what it becomes. */
export function compileCell(spec: CellSpec, scope: ValueScope): ReadValue {
  const place = compilePlace(spec, scope.slots);
  const empty = spec.empty === undefined ? null : new Set(spec.empty);
  const otherwise = spec.else;
  const convert = compileConversion(spec, scope);
  if (convert === null && empty === null && otherwise === undefined) return place.read;
  return (row) => {
    const text = place.read(row);
    if (text === undefined || empty?.has(text)) return otherwise;
    const value = convert === null ? text : convert(row, text, place.slot);
    return value === undefined && row.issues.length === 0 ? otherwise : value;
  };
}

function compileConversion(spec: CellSpec, scope: ValueScope): ConvertText | null {
  const kind = kindOf(spec);
  const rename = compileRename(spec);
  if (kind === 'text') return rename;
  if (kind === 'list') return compileList(spec.split as string, rename);
  const convert = compileKind(kind, spec, scope);
  if (rename === null) return convert;
  return (row, text, slot) => {
    const renamed = rename(row, text, slot);
    return typeof renamed === 'string' ? convert(row, renamed, slot) : renamed;
  };
}

function kindOf(spec: CellSpec): NonNullable<CellSpec['as']> {
  if (spec.as !== undefined) return spec.as;
  if (spec.currency !== undefined) return 'money';
  if (spec.split !== undefined) return 'list';
  if (spec.format === undefined) return 'text';
  const first = typeof spec.format === 'string' ? spec.format : (spec.format[0] as string);
  return parseTimeFormat(first).isDate ? 'date' : 'time';
}

function compileKind(
  kind: 'integer' | 'number' | 'boolean' | 'money' | 'date' | 'time',
  spec: CellSpec,
  scope: ValueScope,
): ConvertText {
  if (kind === 'integer' || kind === 'number') return compileNumber(kind, spec.decimal ?? '.');
  if (kind === 'money') return compileMoney(spec, scope.slots);
  if (kind === 'boolean') return compileBoolean(spec);
  const time = compileTime(spec.format ?? 'iso', scope.clockOf(spec.zone));
  if (kind === 'date') return time.dayText;
  return (row, text, slot) => {
    const ms = time.instantMs(row, text, slot);
    return ms === undefined ? undefined : time.instantText(ms);
  };
}

function compileRename(spec: CellSpec): ConvertText | null {
  const { case: letters, rename, only, prefix = '' } = spec;
  if (letters === undefined && rename === undefined && prefix === '') return null;
  const names = new Map(Object.entries(rename ?? {}));
  return (row, text, slot) => {
    const cased = letters === undefined ? text : caseOf(text, letters);
    const name = names.get(cased);
    if (name !== undefined) return typeof name === 'string' ? prefix + name : name;
    if (only !== true) return prefix + cased;
    row.fail(
      'unknown-value',
      slot,
      `"${cased}" is not a value that the map knows. It knows: ${[...names.keys()].join(', ')}. Add it to \`rename\`.`,
    );
    return undefined;
  };
}

function caseOf(text: string, letters: 'lower' | 'upper' | 'snake'): string {
  if (letters === 'upper') return text.toUpperCase();
  const lower = text.toLowerCase();
  return letters === 'lower' ? lower : lower.replace(/[\s\-/]+/g, '_');
}

function compileList(separator: string, rename: ConvertText | null): ConvertText {
  return (row, text, slot) => {
    const items = text.split(separator).flatMap((part) => {
      const item = part.trim();
      if (item === '') return [];
      const value = rename === null ? item : rename(row, item, slot);
      return value === undefined || value === null ? [] : [value];
    });
    return items.length === 0 ? undefined : items;
  };
}

function compileBoolean(spec: CellSpec): ConvertText {
  const lower = (text: string): string => text.toLowerCase();
  const yes = new Set((spec.true ?? trueTexts).map(lower));
  const no = new Set((spec.false ?? falseTexts).map(lower));
  return (row, text, slot) => {
    const word = text.toLowerCase();
    if (yes.has(word)) return true;
    if (no.has(word)) return false;
    row.fail('bad-boolean', slot, `"${text}" is neither yes (${[...yes].join(', ')}) nor no (${[...no].join(', ')}).`);
    return undefined;
  };
}
