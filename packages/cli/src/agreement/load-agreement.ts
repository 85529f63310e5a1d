import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type ParsedAgreement, parseAgreement } from '@sameteam/agreement';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { runModule } from './run-module.ts';

const modules: ReadonlySet<string> = new Set(['.ts', '.mts', '.js', '.mjs']);

/** A program whose default export is an agreement. It is run to read it, as every program on the command line is. */
export function isModule(path: string): boolean {
  return modules.has(extname(path).toLowerCase());
}

/**
 * Reads an agreement that is named on the command line: YAML, JSON, or a program in TypeScript or JavaScript whose
 * default export is one. Its faults are returned; those of a program have no line.
 * @param path as given
 * @param options.metrics ids of the metrics that exist; when absent, the names of metrics are not checked
 * @throws CliError `no-file`, `not-a-file`, `not-utf8`, `bad-module`
 */
export async function loadAgreement(
  path: string,
  { cwd, stop }: Pick<CommandContext, 'cwd' | 'stop'>,
  options: { readonly metrics?: readonly string[] } = {},
): Promise<ParsedAgreement> {
  const absolute = resolve(cwd, path);
  const bytes = await readBytes(absolute, path);
  const text = isModule(path) ? await textOfModule(absolute, path, stop) : textOf(bytes, path);
  if (typeof text !== 'string') return text;
  if (!isModule(path)) return parseAgreement(text, { ...options, file: path });
  const { agreement, issues } = parseAgreement(text, { ...options, format: 'json', file: path });
  return { agreement, issues: issues.map((issue) => ({ ...issue, line: null, column: null })), locate: nowhere };
}

const nowhere = () => null;

async function readBytes(absolute: string, named: string): Promise<Uint8Array> {
  try {
    const found = await stat(absolute);
    // A pipe ends; a folder cannot be read, and a device never ends.
    if (!found.isFile() && !found.isFIFO()) throw new CliError('not-a-file', { what: 'agreement', path: named });
    return await readFile(absolute);
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    const remedy = '`sameteam init` writes one to begin with.';
    throw new CliError('no-file', { what: 'agreement', path: named, remedy }, { cause });
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CliError('not-utf8', { path }, { cause });
  }
}

/** What a program exports, as JSON; or what is wrong with it, where `defineAgreement` has found that. */
async function textOfModule(absolute: string, file: string, stop: AbortSignal): Promise<string | ParsedAgreement> {
  const result = await runModule(absolute, stop);
  if ('json' in result) return result.json;
  if ('why' in result) throw new CliError('bad-module', { path: file, why: result.why });
  return { agreement: null, issues: result.issues.map((issue) => ({ ...issue, file })), locate: nowhere };
}
