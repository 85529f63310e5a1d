import { group, text } from '@clack/prompts';
import { CliError } from '../errors/cli-error.ts';
import { isCurrency, isZone, type Team } from './team.ts';

/**
 * Asks a person for what was not given. Questions go to standard error, so that standard output holds the result alone.
 * @throws CliError `cancelled` when the person leaves
 */
export async function askForTeam(suggested: Team): Promise<Team> {
  const output = process.stderr;
  const answers = await group(
    {
      name: () => text({ message: 'Name of your team', initialValue: suggested.name, output }),
      zone: () =>
        text({
          message: 'Time zone in which your days begin',
          initialValue: suggested.zone,
          validate: (zone) => (isZone(zone ?? '') ? undefined : 'Give an IANA name, such as Europe/Berlin.'),
          output,
        }),
      currency: () =>
        text({
          message: 'Currency of your bookings',
          initialValue: suggested.currency,
          validate: (code) => (isCurrency(code ?? '') ? undefined : 'Give an ISO 4217 code, such as EUR.'),
          output,
        }),
    },
    {
      onCancel: () => {
        throw new CliError('cancelled', undefined);
      },
    },
  );
  return { name: answers.name.trim() || suggested.name, zone: answers.zone, currency: answers.currency.toUpperCase() };
}
