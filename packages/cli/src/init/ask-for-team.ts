import { group, select, text } from '@clack/prompts';
import { agreementTemplates } from '@sameteam/agreement';
import { CliError } from '../errors/cli-error.ts';
import { isCountry, isCurrency, isTemplate, isZone, type Team } from './team.ts';

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
      template: () =>
        given.has('template')
          ? Promise.resolve(suggested.template)
          : select({
              message: 'Who works on leads?',
              initialValue: suggested.template,
              options: Object.entries(agreementTemplates).flatMap(([value, { title }]) =>
                isTemplate(value) ? [{ value, label: title }] : [],
              ),
              output: process.stderr,
            }),
      name: ask('name', 'Name of your team', () => true, ''),
      zone: ask('zone', 'Time zone in which your days begin', isZone, 'Give an IANA name, such as Europe/Berlin.'),
      currency: ask('currency', 'Currency of your bookings', isCurrency, 'Give an ISO 4217 code, such as EUR.'),
      country: ask(
        'country',
        'Country whose public holidays are no working days (none: leave empty)',
        isCountry,
        'Give a country, with its region where holidays differ, such as DE or DE-BY.',
      ),
    },
    {
      onCancel: () => {
        throw new CliError('cancelled', undefined);
      },
    },
  );
  return {
    name: answers.name.trim(),
    zone: answers.zone,
    currency: answers.currency.toUpperCase(),
    country: answers.country.toUpperCase(),
    template: answers.template,
  };
}
