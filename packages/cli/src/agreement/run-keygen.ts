import { resolve } from 'node:path';
import { createSigningKey, writeKeyFile } from '@sameteam/agreement/sign';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { wroteNew } from '../files/wrote-new.ts';
import { newPassphrase } from './passphrase.ts';

/** Options of `sameteam agreement keygen`, as the command line gives them. */
export interface KeygenOptions {
  readonly out?: string;
  readonly passphrase?: boolean;
  readonly json?: boolean;
}

/**
 * Answers `sameteam agreement keygen`: makes a key for a signer, keeps the private half in a file that only this user can
 * read, and prints the public half, which goes into the agreement.
 * @throws CliError `bad-signer`, `already-there`, `no-passphrase`
 */
export async function runKeygen(signer: string, options: KeygenOptions, context: CommandContext): Promise<ExitCode> {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(signer)) throw new CliError('bad-signer', { signer });
  const named = options.out ?? `${signer}.key.json`;
  const passphrase = options.passphrase ? await newPassphrase(context) : undefined;
  const key = await createSigningKey();
  const text = await writeKeyFile(key, {
    signer,
    createdMs: context.now(),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  if (!wroteNew(resolve(context.cwd, named), text, { mode: 0o600 })) {
    throw new CliError('already-there', { paths: [named] });
  }
  const { publicKey } = key;
  if (options.json) {
    context.stdout.write(`${JSON.stringify({ signer, publicKey, file: named })}\n`);
    return exitCodes.done;
  }
  context.stdout.write(`${publicKey}\n`);
  context.stderr.write(
    `Kept the private half in ${named}, which only you can read. Whoever has it can sign as ${signer}: give it to nobody, and keep it out of every repository.\n` +
      `The line above is the public half. Put it into the agreement, then sign:\n  signatures: { keys: { ${signer}: "${publicKey}" } }\n`,
  );
  return exitCodes.done;
}
