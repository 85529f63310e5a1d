import { password } from '@clack/prompts';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';

/** The variable of the environment that holds a passphrase where nobody can be asked. */
export const passphraseVariable = 'SAMETEAM_KEY_PASSPHRASE';

const shortest = 12;

/**
 * The passphrase that a new key is encrypted with: from the environment, or asked for twice.
 * @throws CliError `no-passphrase` where there is none and nobody can be asked; `short-passphrase`, `cancelled`
 */
export async function newPassphrase(context: Pick<CommandContext, 'env' | 'canAsk'>): Promise<string> {
  const given = context.env[passphraseVariable];
  const passphrase = given ?? (await ask('Passphrase for the new key', context));
  if (passphrase.length < shortest) throw new CliError('short-passphrase', { shortest });
  if (given === undefined && (await ask('The same passphrase again', context)) !== passphrase) {
    throw new CliError('passphrases-differ', undefined);
  }
  return passphrase;
}

/**
 * The passphrase of a key that is encrypted: from the environment, or asked for.
 * @throws CliError `no-passphrase`, `cancelled`
 */
export async function knownPassphrase(file: string, context: Pick<CommandContext, 'env' | 'canAsk'>): Promise<string> {
  return context.env[passphraseVariable] ?? (await ask(`Passphrase of ${file}`, context));
}

async function ask(message: string, { canAsk }: Pick<CommandContext, 'canAsk'>): Promise<string> {
  if (!canAsk) throw new CliError('no-passphrase', { variable: passphraseVariable });
  const answer = await password({ message, output: process.stderr });
  if (typeof answer !== 'string') throw new CliError('cancelled', undefined);
  return answer;
}
