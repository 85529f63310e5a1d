import { Option } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { AddCommand } from '../program.ts';
import { leadsWanted } from '../report/leads-wanted.ts';
import type { ReportOptions } from '../report/report-options.ts';
import { agreementOption, dbOption, listOf, versionNumber, wholeNumber } from './options.ts';

/** `sameteam report`: numbers of one database, for a person, a script, a spreadsheet or a page. */
export const addReport: AddCommand = (program, context, finish) => {
  program
    .command('report')
    .description('Compute metrics, with their intervals and what stands behind them.')
    .addOption(dbOption())
    .option('-m, --metric <ids>', 'metrics, separated by commas; without them the standard report', listOf)
    .option('-s, --section <ids>', 'sections of the standard report, separated by commas', listOf)
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
    .option('--anchor <event>', 'event that places a number in time, such as a stage')
    .option(
      '-w, --where <dimension=value...>',
      'keep leads with this value (several are alternatives); != leaves them out; nothing after = is the missing value',
    )
    .option(
      '--top <number>',
      'values of each dimension with a row of their own, the others, smaller by the first metric, are folded into one (default: 50 in tables)',
      wholeNumber(1, 100_000),
    )
    .option('--cells <number>', 'most rows; more are an error (default: 100000)', wholeNumber(1, 100_000))
    .addOption(agreementOption())
    .option('--agreement-version <number>', 'judge everything by this version of the agreement', versionNumber)
    .addOption(new Option('--engine <engine>', 'what computes').choices(['duckdb', 'memory']).default('duckdb'))
    .option('--explain <metric>', 'say what a metric means and by which clause; with --db also its number and leads')
    .option('--curve <metric>', 'how many have arrived by which day: of a rate or a duration, by --by or --grain')
    .option('--cohorts <metric>', 'the same as a table: a line a month (or --grain, --by), a column for some days')
    .option('--change <metric>', 'whether a rate has really changed or only scatters, week by week (or --grain)')
    .option('--promises', 'whether both teams keep what the SLA promises in numbers: so many, or so good')
    .option('--days <number>', 'days of a curve (default: the window of the metric)', wholeNumber(1, 3650))
    .option(
      '--attribution [models]',
      'credit channels for wins and their amounts: first, last, linear, u, w, full_path, time_decay, markov; all without a name',
      (text: string, before: true | readonly string[] | undefined) =>
        listOf(text, before === true ? undefined : before),
    )
    .addOption(new Option('--conversion <event>', 'what --attribution credits').choices(['won', 'opportunity']))
    .addOption(
      new Option(
        '--leads <part>',
        'list the leads behind one number: numerator, denominator or excluded; with --explain how many',
      ).argParser(leadsWanted),
    )
    .option('--limit <number>', 'leads of a page (default: 50)', wholeNumber(1, 1000))
    .option('--after <cursor>', 'the next page of leads, as the last one says')
    .option('--json', 'print an array of rows, money in minor units (19050)')
    .option('--csv', 'print comma-separated values, safe to open in a spreadsheet, money in whole units (190.50)')
    .option('--md', 'print Markdown')
    .option(
      '--list',
      'list the metrics and dimensions that can be named, instead of a report; with --db or --agreement own metrics too',
    )
    .addHelpText('after', examples)
    .action(async (options: Partial<ReportOptions> & { readonly list?: boolean }) => {
      if (options.list) {
        const { runList } = await import('../report/run-list.ts');
        context.stdout.write(await runList(options, context));
        return;
      }
      const { runReport } = await import('../report/run-report.ts');
      context.stdout.write(await runReport({ engine: 'duckdb', ...options }, context));
      finish(exitCodes.done);
    });
};

const examples = `
Examples:
  sameteam report --db leads.duckdb
  sameteam report --db leads.duckdb --section funnel,sla --by source.channel --from 2026-01-01
  sameteam report --db leads.duckdb --metric captured,won,lead_to_win_rate
  sameteam report --db leads.duckdb --metric lead_to_win_rate --by source.channel --where source.motion=inbound
  sameteam report --db leads.duckdb --metric qualified --grain month --from 2026-01-01 --csv > qualified.csv
  sameteam report --explain mql_to_sal_rate --db leads.duckdb
  sameteam report --db leads.duckdb --metric mql_to_sal_rate --where source.channel=email --leads numerator
  sameteam report --db leads.duckdb --attribution --from 2026-01-01
  sameteam report --db leads.duckdb --cohorts lead_to_win_rate --days 180
  sameteam report --db leads.duckdb --change mql_to_sal_rate --where source.channel=email
  sameteam report --db leads.duckdb --promises --from 2026-01-01
  sameteam report --list`;
