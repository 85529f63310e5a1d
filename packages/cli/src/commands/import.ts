import { Argument, Option } from 'commander';
import type { ImportOptions } from '../import/import-options.ts';
import type { AddCommand } from '../program.ts';
import { agreementOption, dbOption, needed } from './options.ts';

/** `sameteam import`: lead exports into the log, all of a run or nothing. */
export const addImport: AddCommand = (program, context, finish) => {
  program
    .command('import')
    .description('Import lead exports: their rows become events, and the facts that they touch are derived again.')
    .addArgument(new Argument('[files...]', 'exports, as CSV'))
    .addOption(dbOption())
    .addOption(new Option('--map <file>', 'which column gives which event').conflicts(['guess', 'undo']))
    .addOption(
      new Option(
        '--guess',
        'draft a map from the files, show what it means, and write it for you to correct',
      ).conflicts('undo'),
    )
    .addOption(new Option('--undo <id>', 'take a whole import back; its events stay in the log, marked as retracted'))
    .option('--dry-run', 'read and check everything, and write nothing')
    .addOption(agreementOption())
    .option('--json', 'print one JSON object')
    .addHelpText('after', examples)
    .action(async (files: readonly string[], options: Partial<ImportOptions>) => {
      const { runImport } = await import('../import/run-import.ts');
      finish(await runImport(files, needed<ImportOptions>(options, { db: '--db FILE' }), context));
    });
};

const examples = `
Examples:
  sameteam import leads.csv --guess --db leads.duckdb
  sameteam import leads.csv deals.csv --map map.yaml --db leads.duckdb --dry-run
  sameteam import --undo 2026-11-22-1 --db leads.duckdb

Rows that cannot be used go to quarantine with file, line, column and reason; the others go in (exit code 3).`;
