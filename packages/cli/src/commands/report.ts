import { Option } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { AddCommand } from '../program.ts';
import type { ReportOptions } from '../report/run-report.ts';
import { agreementOption, dbOption, listOf, needed } from './options.ts';

/** `sameteam report`: numbers of one database, for a person, a script, a spreadsheet or a page. */
export const addReport: AddCommand = (program, context, finish) => {
  program
    .command('report')
    .description('Compute metrics, with their intervals and what stands behind them.')
    .addOption(dbOption())
    .option('-m, --metric <ids>', 'metrics, separated by commas', listOf)
    .option('-b, --by <dimensions>', 'dimensions, separated by commas', listOf)
    .option('--from <day>', 'first day of the anchor event, such as 2026-01-01')
    .option('--to <day>', 'last day, included')
    .addOption(
      new Option('--grain <grain>', 'cut the time of the anchor event').choices([
        'day',
        'week',
        'month',
        'quarter',
        'year',
      ]),
    )
    .option('--as-of <time>', 'only what had happened by then: a day or an instant')
    .option('--known-at <time>', 'only what had been recorded by then')
    .option('--anchor <stage>', 'stage whose event places a lead in time')
    .option(
      '-w, --where <dimension=value...>',
      'keep leads with this value (several are alternatives); != leaves them out; nothing after = is the missing value',
    )
    .addOption(agreementOption())
    .addOption(new Option('--engine <engine>', 'what computes').choices(['duckdb', 'memory']).default('duckdb'))
    .option('--json', 'print an array of rows')
    .option('--csv', 'print comma-separated values, safe to open in a spreadsheet')
    .option('--md', 'print a Markdown table')
    .option('--list', 'list the metrics and dimensions that can be named, instead of a report')
    .addHelpText('after', examples)
    .action(async (options: Partial<ReportOptions> & { readonly list?: boolean }) => {
      if (options.list) {
        const { choicesText } = await import('../report/choices-text.ts');
        context.stdout.write(choicesText(context, options));
        return;
      }
      const { runReport } = await import('../report/run-report.ts');
      context.stdout.write(await runReport(needed<ReportOptions>(options, { db: '--db FILE' }), context));
      finish(exitCodes.done);
    });
};

const examples = `
Examples:
  sameteam report --list
  sameteam report --db leads.duckdb --metric captured,won,lead_to_win_rate
  sameteam report --db leads.duckdb --metric lead_to_win_rate --by source.channel --where source.motion=inbound
  sameteam report --db leads.duckdb --metric qualified --grain month --from 2026-01-01 --csv > qualified.csv`;
