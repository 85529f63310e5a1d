import { Option } from 'commander';
import type { AddCommand } from '../program.ts';
import type { ServeOptions } from '../serve/run-serve.ts';
import { agreementOption, dbOption, needed, oneMore, wholeNumber } from './options.ts';

/** `sameteam serve`: the page, the API and the way in for leads over one database, until it is told to stop. */
export const addServe: AddCommand = (program, context, finish) => {
  program
    .command('serve')
    .description(
      'Serve the page and the API over a database, and take leads into it, until Ctrl-C. A version of the named agreement that is signed meanwhile judges from then on.',
    )
    .addOption(dbOption())
    .option('--port <number>', 'port to listen on', wholeNumber(1, 65_535), 4321)
    .option('--host <name>', 'address to listen on; 0.0.0.0 is every address of this machine', '127.0.0.1')
    .option(
      '--allow-origin <origin>',
      'origin of pages that may embed it and read every number, such as https://intranet.example.com; can be given again; "*" is every page',
      oneMore,
    )
    .addOption(
      new Option(
        '--ingest-token-file <file>',
        'token that who sends leads must know, instead of SAMETEAM_INGEST_TOKEN; needed where other machines reach the address',
      ),
    )
    .addOption(new Option('--new', 'make the database where there is none').conflicts('readOnly'))
    .addOption(
      new Option('--read-only', 'take no leads, and share the database with others who read').conflicts(
        'ingestTokenFile',
      ),
    )
    .addOption(agreementOption())
    .option('--json', 'print the address as one JSON object')
    .action(async (options: Partial<ServeOptions>) => {
      const { runServe } = await import('../serve/run-serve.ts');
      finish(await runServe(needed<ServeOptions>(options, { db: '--db FILE' }), context));
    });
};
