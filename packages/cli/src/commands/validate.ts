import { Argument, Option } from 'commander';
import type { AddCommand } from '../program.ts';
import type { ValidateOptions } from '../validate/run-validate.ts';
import { agreementOption, oneMore, wholeNumber } from './options.ts';

/** `sameteam validate`: what is wrong with the events of a file, an endpoint to try an integration with, or a test of one. */
export const addValidate: AddCommand = (program, context, finish) => {
  program
    .command('validate')
    .description(
      'Check the events of a file, take them at a local endpoint (--listen), or test an endpoint that takes them (--target).',
    )
    .addArgument(new Argument('[file]', 'events as NDJSON, JSON or CSV, or flat leads as CSV; - is standard input'))
    .addOption(
      new Option('--format <format>', 'how the file is written, where its name and first bytes do not tell').choices([
        'ndjson',
        'json',
        'csv',
        'leads',
      ]),
    )
    .option('--db <file>', 'look for duplicates and conflicts in this database too; nothing is written to it')
    .option('--quality', 'report how complete and how reachable the leads of each source are')
    .addOption(agreementOption().conflicts('target'))
    .option('--vendor <name>', 'who sends the flat leads of a file that names no vendor')
    .addOption(
      new Option(
        '--listen',
        'take events and leads at a local endpoint, and show what arrived, until Ctrl-C',
      ).conflicts(['target', 'format', 'db', 'quality', 'vendor']),
    )
    .addOption(new Option('--port <number>', 'port of --listen').argParser(wholeNumber(0, 65_535)))
    .option('--host <name>', 'address of --listen')
    .addOption(
      new Option('--target <url>', 'try every promise of the ingest contract at an endpoint').conflicts([
        'format',
        'db',
        'quality',
        'vendor',
      ]),
    )
    .option('--header <name: value>', 'a header of every request to --target; can be given again', oneMore)
    .addOption(new Option('--timeout <seconds>', 'what an answer of --target may take').argParser(wholeNumber(1, 600)))
    .option('--json', 'print JSON: one object, or one a line with --listen')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, options: ValidateOptions) => {
      const { runValidate } = await import('../validate/run-validate.ts');
      finish(await runValidate(file, options, context));
    });
};

const examples = `
Examples:
  sameteam validate leads.ndjson
  curl -s https://vendor.example/feed | sameteam validate - --json
  sameteam validate leads.csv --db leads.duckdb --quality
  sameteam validate --listen
  sameteam validate --target https://leads.example.com

What is wrong with an item is told with its place, a code, what was found and what is expected (exit code 3).`;
