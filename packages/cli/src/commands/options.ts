import { InvalidArgumentError, Option } from 'commander';
import { CliError } from '../errors/cli-error.ts';

/**
 * `--db`, the one database that a command works on. Whether it is there is asked by {@link needed} when the command
 * runs: commander would ask before it looks for mistyped options, and hide the typo.
 */
export function dbOption(): Option {
  return new Option('--db <file>', 'the database');
}

/**
 * The options of a command, with those that it cannot do without.
 * @throws CliError `missing-option`
 * @example needed(command.opts(), { db: '--db FILE' })
 */
export function needed<Options extends object>(
  options: Partial<Options>,
  names: { readonly [Key in keyof Options]?: string },
): Options {
  for (const [key, option] of Object.entries(names)) {
    if (options[key as keyof Options] === undefined) throw new CliError('missing-option', { option: String(option) });
  }
  return options as Options;
}

/** `--agreement`, for a command that judges numbers. */
export function agreementOption(): Option {
  return new Option('--agreement <file>', 'agreement to judge by, as YAML or JSON, instead of the one in the database');
}

/** Reads `a,b` as two names; blanks around them are dropped, and the option may be given again. */
export function listOf(text: string, before: readonly string[] | undefined): readonly string[] {
  const names = text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  if (names.length === 0) throw new InvalidArgumentError('Give at least one name.');
  return [...(before ?? []), ...names];
}

/** Reads one value of an option that may be given again. */
export function oneMore(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/** Reads the number of a version of an agreement. Which there are is known once a database is open. */
export function versionNumber(text: string): number {
  if (!/^-?\d{1,9}$/.test(text.trim())) throw new InvalidArgumentError('Give the number of a version, such as 2.');
  return Number(text);
}

/** Reads a whole number in a range. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < low || value > high) {
      throw new InvalidArgumentError(`Give a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}
