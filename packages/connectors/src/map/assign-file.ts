import type { CompiledFile } from './compile-file.ts';
import type { CompiledMap } from './compile-map.ts';
import type { TableIssue } from './table-issue.ts';

/** Finds the file of a map that a given file is: by `match`, and where none matches, by the headings that are read. */
export function assignFile(
  compiled: CompiledMap,
  name: string,
  header: readonly string[],
): { readonly file: CompiledFile } | { readonly issue: TableIssue } {
  const files = [...compiled.files.values()];
  const base = name.split(/[\\/]/).at(-1) ?? name;
  const headings = new Set(header.map((heading) => heading.trim()));
  const matching = files.filter(({ spec }) => {
    if (spec.match === undefined) return false;
    return typeof spec.match === 'string'
      ? globFits(base, spec.match)
      : spec.match.headings.every((heading) => headings.has(heading));
  });
  const candidates =
    matching.length > 0 ? matching : files.filter((file) => missingHeadings(file, headings).length === 0);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { file: only };
  // One map for one file: its own messages about headings say more than that nothing fits.
  if (files.length === 1 && files[0] !== undefined) return { file: files[0] };
  const issue = (code: 'unknown-table' | 'ambiguous-table', why: string): TableIssue => ({
    file: name,
    line: 1,
    column: null,
    code,
    severity: 'error',
    message: `Cannot import ${name}: ${why}`,
  });
  if (candidates.length > 1) {
    return {
      issue: issue(
        'ambiguous-table',
        `it may be ${candidates.map(({ id }) => `"${id}"`).join(' or ')} of the map. Give each of them a \`match\` that fits one file only.`,
      ),
    };
  }
  const wanted = files.map((file) => `"${file.id}" (${wants(file, headings)})`).join('; ');
  return { issue: issue('unknown-table', `no file of the map fits it: ${wanted}. Columns found: ${shorten(header)}.`) };
}

/** The headings that a file of a map needs and a table does not have. */
export function missingHeadings(file: CompiledFile, headings: ReadonlySet<string>): readonly string[] {
  const joined = (file.spec.joins ?? []).map((join) => `${join.file}.`);
  const own = file.headings.filter(
    (heading) => headings.has(heading) || !joined.some((prefix) => heading.startsWith(prefix)),
  );
  const needed = new Set([...(file.spec.columns ?? []), ...own]);
  return [...needed].filter((heading) => !headings.has(heading) && !file.spec.optional?.includes(heading));
}

function wants(file: CompiledFile, headings: ReadonlySet<string>): string {
  const { match } = file.spec;
  const missing = missingHeadings(file, headings);
  const lacks = missing.length === 0 ? '' : `lacks ${missing.join(', ')}`;
  if (match === undefined) return lacks;
  const name = typeof match === 'string' ? `a name like ${match}` : `the headings ${match.headings.join(', ')}`;
  return lacks === '' ? `needs ${name}` : `needs ${name}, and this one ${lacks}`;
}

function shorten(header: readonly string[]): string {
  return header.length > 20 ? `${header.slice(0, 20).join(', ')}, … (${header.length})` : header.join(', ');
}

function globFits(name: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'is').test(name);
}
