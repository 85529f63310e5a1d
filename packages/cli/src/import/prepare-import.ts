import { open, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  type CompiledMap,
  compileMap,
  createJoinCollector,
  type JoinTable,
  joinNeeds,
  type LeadMap,
  parseMap,
  prepareTables,
  type TableIssue,
} from '@sameteam/connectors';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type LocatedTable, tableBatches } from './table-batches.ts';

/** Bytes of a file that are looked at before anything is read. */
const sampleBytes = 256 << 10;

/** An import whose map is right and whose files can be read. */
export interface PreparedImport {
  readonly map: LeadMap;
  readonly compiled: CompiledMap;
  readonly tables: readonly (LocatedTable & { readonly bytes: number })[];
  readonly totalBytes: number;
  readonly warnings: readonly TableIssue[];
}

/** A file and its first bytes. */
export interface SampledFile {
  readonly path: string;
  readonly name: string;
  readonly sample: Uint8Array;
  readonly bytes: number;
}

/**
 * Reads the map and looks at the files, and refuses what cannot be imported before anything is written.
 * @throws CliError `no-file`, `not-a-file`, `unreadable-files`
 * @throws ConnectorError `bad-map` with the line of each fault
 */
export async function prepareImport(
  files: readonly string[],
  mapPath: string,
  context: Pick<CommandContext, 'cwd'>,
): Promise<PreparedImport> {
  const map = parseMap(await readText(resolve(context.cwd, mapPath), mapPath), { name: mapPath });
  const compiled = compileMap(map);
  const sampled = await sampleFiles(files, context);
  const { tables, issues } = prepareTables(compiled, sampled);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new CliError('unreadable-files', { faults: errors.map(({ message }) => message) });
  const located = tables.map((table) => {
    const { path, bytes } = sampled.find(({ name }) => name === table.name) as SampledFile;
    return { path, bytes, table };
  });
  return {
    map,
    compiled,
    tables: located,
    totalBytes: located.reduce((sum, { bytes }) => sum + bytes, 0),
    warnings: issues.filter(({ severity }) => severity === 'warning'),
  };
}

/** Reads the first bytes of each file. */
export async function sampleFiles(
  files: readonly string[],
  { cwd }: Pick<CommandContext, 'cwd'>,
): Promise<readonly SampledFile[]> {
  const sampled: SampledFile[] = [];
  for (const named of files) {
    const path = resolve(cwd, named);
    const info = await stat(path).catch((cause: unknown) => missing(named, cause));
    if (!info.isFile()) throw new CliError('not-a-file', { what: 'export', path: named });
    const file = await open(path);
    try {
      const buffer = new Uint8Array(sampleBytes);
      const { bytesRead } = await file.read(buffer, 0, sampleBytes, 0);
      sampled.push({
        path,
        name: uniqueName(basename(named), sampled),
        sample: buffer.subarray(0, bytesRead),
        bytes: info.size,
      });
    } finally {
      await file.close();
    }
  }
  return sampled;
}

function uniqueName(name: string, before: readonly SampledFile[]): string {
  return before.some((file) => file.name === name) ? `${name} (${before.length + 1})` : name;
}

async function readText(path: string, named: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'EISDIR') throw new CliError('not-a-file', { what: 'map', path: named }, { cause });
    return missing(named, cause, 'map', 'Draft one: sameteam import FILE --guess.');
  });
}

function missing(path: string, cause: unknown, what = 'file', remedy = 'Look at its name and folder.'): never {
  if (codeOf(cause) === 'ENOENT') throw new CliError('no-file', { what, path, remedy }, { cause });
  throw cause;
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

/**
 * Reads the files that others take columns from, whole, into memory.
 * @throws CliError `join-too-large`
 */
export async function readJoins(
  { compiled, tables }: PreparedImport,
  stop: AbortSignal,
): Promise<ReadonlyMap<string, JoinTable>> {
  const joins = new Map<string, JoinTable>();
  for (const need of joinNeeds(compiled)) {
    const located = tables.find(({ table }) => table.file === need.from);
    if (located === undefined || !tables.some(({ table }) => table.file === need.into)) continue;
    const collector = createJoinCollector(compiled, need, located.table);
    for await (const batch of tableBatches(located)) {
      stop.throwIfAborted();
      if (!collector.add(batch)) throw new CliError('join-too-large', { file: located.table.name });
    }
    joins.set(need.from, collector.table());
  }
  return joins;
}
