import { group, text } from '@clack/prompts';
import { CliError } from '../errors/cli-error.ts';
import { isCurrency, isZone, type Team } from './team.ts';

/**
 * Asks a person for what was not given; an empty answer takes what is suggested. Questions go to standard error, so that
 * standard output holds the result alone.
 * @param suggested what was given, and what this machine suggests for the rest
 * @param given names of what was given
 * @throws CliError `cancelled` when the person leaves
 */
export async function askForTeam(suggested: Team, given: ReadonlySet<keyof Team>): Promise<Team> {
  const ask = (key: keyof Team, message: string, isValid: (answer: string) => boolean, hint: string) => () =>
    given.has(key)
      ? Promise.resolve(suggested[key])
      : text({
          message,
          placeholder: suggested[key],
          defaultValue: suggested[key],
          validate: (answer) => (answer === undefined || answer === '' || isValid(answer) ? undefined : hint),
          output: process.stderr,
        });
  const answers = await group(
    {
      name: ask('name', 'Name of your team', () => true, ''),
      zone: ask('zone', 'Time zone in which your days begin', isZone, 'Give an IANA name, such as Europe/Berlin.'),
      currency: ask('currency', 'Currency of your bookings', isCurrency, 'Give an ISO 4217 code, such as EUR.'),
    },
    {
      onCancel: () => {
        throw new CliError('cancelled', undefined);
      },
    },
  );
  return { name: answers.name.trim(), zone: answers.zone, currency: answers.currency.toUpperCase() };
}
