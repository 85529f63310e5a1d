import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { agreementJsonSchema, agreementTemplates } from '@sameteam/agreement';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { wroteNew } from '../files/wrote-new.ts';
import { askForTeam } from './ask-for-team.ts';
import { mapSkeleton } from './map-skeleton.ts';
import { readTeam, type Team } from './team.ts';

/** Options of `sameteam init`, as the command line gives them. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly name?: string;
  readonly zone?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly template?: string;
  readonly json?: boolean;
}

/**
 * Answers `sameteam init`: writes an agreement, its schema for editors, and a map into the current folder. A file that exists stays as it is.
 * Without a terminal, or with `--yes`, nothing is asked.
 * @throws CliError `bad-zone`, `bad-currency`, `bad-country`, `bad-template`, `cancelled`; `already-there` when there was nothing to write
 */
export async function runInit(options: InitOptions, context: CommandContext): Promise<ExitCode> {
  const suggested = readTeam(options);
  const given = new Set(
    (['name', 'zone', 'currency', 'country', 'template'] as const).filter((key) => options[key] !== undefined),
  );
  const team = context.canAsk && !options.yes ? await askForTeam(suggested, given) : suggested;
  const files = filesOf(team, existsSync(join(context.cwd, packagedSchema)));
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) (wroteNew(join(context.cwd, path), text) ? written : kept).push(path);
  if (written.length === 0) throw new CliError('already-there', { paths: kept });
  if (options.json) {
    context.stdout.write(`${JSON.stringify({ written, kept })}\n`);
    return exitCodes.done;
  }
  for (const path of written) context.stdout.write(`Wrote ${path}\n`);
  for (const path of kept) context.stdout.write(`Kept  ${path}, which exists\n`);
  context.stderr.write(
    'Next: agree on it, and let it be checked\n' +
      '  sameteam agreement check sameteam.agreement.yaml\n' +
      '  sameteam agreement render sameteam.agreement.yaml -o agreement.html\n' +
      'Then bend the map to the headings of your export\n' +
      '  sameteam import leads.csv --map sameteam.map.yaml --db sameteam.duckdb --agreement sameteam.agreement.yaml --dry-run\n',
  );
  return exitCodes.done;
}

const packagedSchema = 'node_modules/@sameteam/agreement/schema/agreement.schema.json';
const ownSchema = 'sameteam.agreement.schema.json';

/** The files of a team; with the schema for editors where the package that holds it is not installed. */
function filesOf(
  { country, template, zone, ...team }: Team,
  hasSchema: boolean,
): readonly { readonly path: string; readonly text: string }[] {
  const options = {
    ...team,
    timeZone: zone,
    schema: `./${hasSchema ? packagedSchema : ownSchema}`,
    ...(country === '' ? {} : { country }),
  };
  return [
    { path: 'sameteam.agreement.yaml', text: agreementTemplates[template].write(options) },
    ...(hasSchema ? [] : [{ path: ownSchema, text: `${JSON.stringify(agreementJsonSchema(), null, 2)}\n` }]),
    { path: 'sameteam.map.yaml', text: mapSkeleton({ zone, currency: team.currency }) },
  ];
}
