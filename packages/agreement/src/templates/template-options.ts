/** What a new agreement needs to know of a team. */
export interface TemplateOptions {
  readonly name: string;
  /** A name of the IANA database. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO 3166, with a region where holidays differ, such as DE-BY: whose public holidays are no working days. None when absent. */
  readonly country?: string;
  /** Where the JSON Schema lies, for editors; the package in `node_modules` when absent. */
  readonly schema?: string;
}

const packaged = './node_modules/@sameteam/agreement/schema/agreement.schema.json';

/** The first lines of every template, down to the currency. */
export function templateHead({ name, timeZone, currency, schema = packaged }: TemplateOptions): string {
  return `# yaml-language-server: $schema=${schema}
# What sales and marketing owe each other. Change it together; "sameteam agreement check" looks for holes in it.
sameteam: 1
name: ${quoted(name)}
timeZone: ${plain(timeZone)}
currency: ${plain(currency)}`;
}

/** The line of working time, with the holidays of a country. */
export function templateCalendar(hours: string, { country }: TemplateOptions): string {
  const holidays = country === undefined ? '' : `, holidays: ${plain(country)}`;
  return `calendars: { default: { hours: "${hours}"${holidays} } } # working time, in the zone above`;
}

/** Text in the quotes of JSON, which YAML reads the same. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

// Words that YAML reads as something else, such as NO for Norway in YAML 1.1, are put into quotes.
function plain(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_/+-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : quoted(text);
}
