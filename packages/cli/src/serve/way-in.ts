import { accessSync, constants, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isLoopback } from '@sameteam/server';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';

/** Whether leads are taken, and from whom. */
export interface WayIn {
  readonly isOpen: boolean;
  /** What senders must know; `null` where whoever reaches the address may send. */
  readonly token: string | null;
  /** Why it is closed, for who did not ask for that; `null` otherwise. */
  readonly notice: string | null;
}

/** Options that decide it. */
export interface WayInOptions {
  readonly db: string;
  readonly host: string;
  readonly readOnly?: boolean;
  readonly ingestTokenFile?: string;
}

/** The variable of the environment that holds the token. */
export const tokenVariable = 'SAMETEAM_INGEST_TOKEN';

const closed = (notice: string | null): WayIn => ({ isOpen: false, token: null, notice });

/**
 * Decides whether leads are taken: never with `--read-only` or into a file that cannot be written, and where other machines
 * reach the address only from those who know a token.
 * @throws CliError `no-file`, `bad-token`
 */
export function wayIn(options: WayInOptions, context: Pick<CommandContext, 'cwd' | 'env'>): WayIn {
  if (options.readOnly === true) return closed(null);
  const token = ingestToken(options, context);
  if (token === null && !isLoopback(options.host)) {
    return closed(
      `No leads are taken: other machines reach ${options.host}, so that who sends must know a token. Set ${tokenVariable}, or name a file that holds one: --ingest-token-file FILE. --read-only leaves it so.`,
    );
  }
  if (!isWritable(resolve(context.cwd, options.db)))
    return closed(`No leads are taken: ${options.db} may not be written by this user. --read-only leaves it so.`);
  return { isOpen: true, token, notice: null };
}

function ingestToken({ ingestTokenFile: file }: WayInOptions, { cwd, env }: Pick<CommandContext, 'cwd' | 'env'>) {
  const text = (file === undefined ? (env[tokenVariable] ?? '') : readToken(resolve(cwd, file), file)).trim();
  if (text === '' && file === undefined) return null;
  // Of other characters none can stand in a header.
  if (!/^[\x21-\x7e]+$/.test(text)) throw new CliError('bad-token', { from: file ?? tokenVariable });
  return text;
}

function readToken(path: string, named: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    throw new CliError('no-file', { what: 'token', path: named, remedy: 'Look at its name and folder.' }, { cause });
  }
}

/** A file that is not there is for who opens it to tell. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && (cause.code === 'EACCES' || cause.code === 'EROFS'));
  }
}
