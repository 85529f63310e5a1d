import { sniffDialect } from '@sameteam/connectors/items';
import { CliError } from '../../errors/cli-error.ts';

type Dialect = Extract<ReturnType<typeof sniffDialect>, { readonly dialect: unknown }>['dialect'];

/** How the items of a file are written. */
export type FileFormat =
  | { readonly name: 'ndjson' }
  | { readonly name: 'json' }
  | {
      /** Events by the columns of the template. */
      readonly name: 'csv';
      readonly dialect: Dialect;
    }
  | { readonly name: 'leads'; readonly dialect: Dialect };

const remedy = 'Send events as NDJSON, JSON or CSV in UTF-8, or flat leads as CSV; --format says which it is.';

/**
 * Finds out how a file is written: by its first character, its lines, the names of its columns, and its own name.
 * @param sample its first bytes
 * @param asked what the user says it is; its dialect, for CSV, is found out nevertheless
 * @throws CliError `not-readable` with the reason: no bytes, an archive, UTF-16, columns that nobody knows
 */
export async function sniffFormat(
  path: string,
  sample: Uint8Array,
  asked: FileFormat['name'] | undefined,
): Promise<FileFormat> {
  const refuse = (why: string, what = remedy) => new CliError('not-readable', { path, why, remedy: what });
  const first = firstCharacter(sample);
  const isText = first === '{' || first === '[';
  const isTable =
    asked === 'csv' || asked === 'leads' || (asked === undefined && !isText && !/\.(?:nd)?jsonl?$/i.test(path));
  if (!isTable) {
    if (sample.length === 0) throw refuse('it has no bytes');
    if (isWide(sample))
      throw refuse('it is UTF-16, and JSON is UTF-8', `Convert it, for example: iconv -f UTF-16 -t UTF-8 ${path}`);
    return { name: asked === 'ndjson' || asked === 'json' ? asked : jsonForm(path, sample, first) };
  }
  const sniffed = sniffDialect(sample);
  if ('code' in sniffed)
    throw refuse(sniffed.why, sniffed.code === 'binary-file' ? `Unpack or convert it. ${remedy}` : remedy);
  const { dialect, records } = sniffed;
  const names = (records[0]?.cells ?? []).map((name) => name.trim());
  if (asked === 'csv' || asked === 'leads') return { name: asked, dialect };
  if (names.includes('type')) return { name: 'csv', dialect };
  if (await holdsFlatField(names)) return { name: 'leads', dialect };
  throw refuse('it is no JSON, and no column of it is one that we know');
}

function jsonForm(path: string, sample: Uint8Array, first: string): 'ndjson' | 'json' {
  if (first === '[') return 'json';
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return 'ndjson';
  const lines = new TextDecoder().decode(sample).split('\n').slice(0, -1);
  return lines.some(isWholeObject) ? 'ndjson' : 'json';
}

/** Whether a line is an object of its own: in one that is written over several lines none is. */
function isWholeObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

async function holdsFlatField(names: readonly string[]): Promise<boolean> {
  // Only here: with it come the tables of phone numbers and of the domains of the world.
  const { flatLeadFields } = await import('@sameteam/connectors/flat');
  const known = new Set<string>(flatLeadFields.flatMap(({ name, aliases }) => [name, ...aliases]));
  return names.some((name) => known.has(name));
}

/** The first character that is not blank, of UTF-8 or UTF-16. */
function firstCharacter(sample: Uint8Array): string {
  const encoding = sample[0] === 0xfe && sample[1] === 0xff ? 'utf-16be' : isWide(sample) ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(sample.subarray(0, 4096)).trimStart().charAt(0);
}

/** Whether text is UTF-16: by its byte order mark, or by NULs beside its first characters. */
function isWide([first, second, third]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first !== 0 && second === 0 && third !== 0) || (first === 0 && second !== 0 && third === 0);
}
