import type { RowAtom, RowTest } from '../plan/row-test.ts';
import type { QueryParams } from './query-params.ts';
import { integer, quotedName } from './sql-text.ts';

/** Binds what a piece of SQL needs. */
export interface SqlContext {
  readonly params: QueryParams;
  readonly asOfMs: number;
}

/** A column of a row of facts. */
export const columnSql = (column: string): string => `f.${quotedName(column)}`;

/**
 * SQL of a test on a row of facts `f`: NULL where it is not known, which counts as no. A missing value makes every
 * comparison NULL, and its opposite too.
 * @returns `1` for what always holds, `0` for what never does
 */
export function rowTestSql(test: RowTest, context: SqlContext): string {
  if (test.length === 0) return '0';
  if (test.some((atoms) => atoms.length === 0)) return '1';
  const parts = [
    ...anyBitSql(test),
    ...test.filter((atoms) => singleBit(atoms) === null).map((atoms) => allSql(atoms, context)),
  ];
  return parts.length === 1 ? (parts[0] as string) : parts.map((part) => `(${part})`).join(' OR ');
}

/** SQL of tests that all have to hold. Bits of a column that must not be set are asked for at once. */
function allSql(atoms: readonly RowAtom[], context: SqlContext): string {
  const masks = new Map<string, Set<number>>();
  const others: RowAtom[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'bit' && !atom.is) masks.set(atom.column, (masks.get(atom.column) ?? new Set()).add(atom.bit));
    else others.push(atom);
  }
  const unset = [...masks].map(
    ([column, bits]) => `bitAnd(ifNull(${columnSql(column)}, 0), ${integer(maskOf(bits))}) = 0`,
  );
  return [...unset, ...others.map((atom) => atomSql(atom, context))].join(' AND ');
}

/** The bit of an alternative that asks for nothing else. */
function singleBit(atoms: readonly RowAtom[]): (RowAtom & { readonly kind: 'bit' }) | null {
  const [atom, ...more] = atoms;
  return atom?.kind === 'bit' && atom.is && more.length === 0 ? atom : null;
}

/** Bits of which any is enough, asked for at once. */
function anyBitSql(test: RowTest): readonly string[] {
  const masks = new Map<string, Set<number>>();
  for (const atoms of test) {
    const atom = singleBit(atoms);
    if (atom !== null) masks.set(atom.column, (masks.get(atom.column) ?? new Set()).add(atom.bit));
  }
  return [...masks].map(([column, bits]) => `bitAnd(ifNull(${columnSql(column)}, 0), ${integer(maskOf(bits))}) <> 0`);
}

function maskOf(bits: ReadonlySet<number>): number {
  return [...bits].reduce((sum, bit) => sum + 2 ** bit, 0);
}

function atomSql(atom: RowAtom, context: SqlContext): string {
  switch (atom.kind) {
    case 'has':
      return `${columnSql(atom.column)} IS ${atom.is ? 'NOT ' : ''}NULL`;
    case 'oneOf':
      return negated(oneOfSql(atom.column, atom.values, context.params), atom.is);
    case 'atLeast':
      return negated(`${columnSql(atom.column)} >= ${integer(Math.ceil(atom.value))}`, atom.is);
    case 'bit':
      return `bitTest(ifNull(${columnSql(atom.column)}, 0), ${integer(atom.bit)}) = ${atom.is ? 1 : 0}`;
    case 'ordered':
      return negated(`${columnSql(atom.to)} >= ${columnSql(atom.from)}`, atom.is);
    case 'within':
      return negated(
        `${columnSql(atom.to)} - ${columnSql(atom.from)} BETWEEN 0 AND ${integer(Math.floor(atom.limitMs))}`,
        atom.is,
      );
    case 'past':
      return negated(`${columnSql(atom.column)} <= ${integer(instant(context.asOfMs) - atom.ms)}`, atom.is);
  }
}

function negated(sql: string, is: boolean): string {
  return is ? `(${sql})` : `NOT (${sql})`;
}

/** Whether a text is one of some, `null` among them for the missing one: 0 or 1, never NULL. */
export function oneOfSql(column: string, values: readonly (string | null)[], params: QueryParams): string {
  const tests: string[] = [];
  const texts = values.filter((value) => value !== null);
  const sql = columnSql(column);
  if (values.includes(null)) tests.push(`${sql} IS NULL`);
  if (texts.length === 1) tests.push(`ifNull(${sql} = ${params.bind(texts[0] as string, 'String')}, 0)`);
  if (texts.length > 1) tests.push(`ifNull(${sql} IN ${params.bind(texts, 'Array(String)')}, 0)`);
  return tests.length === 0 ? '0' : tests.join(' OR ');
}

/** An instant that the database can hold; the last one there is for all that is known. */
export function instant(ms: number): number {
  return Math.floor(Math.max(-8.64e15, Math.min(ms, 8.64e15)));
}
