import type { InitOptions } from '../init/run-init.ts';
import type { AddCommand } from '../program.ts';

/** `sameteam init`: an agreement and a map to begin with. */
export const addInit: AddCommand = (program, context, finish) => {
  program
    .command('init')
    .description('Write an agreement and a map to begin with. What exists is never overwritten.')
    .option('-y, --yes', 'ask nothing')
    .option('--template <name>', 'small-team (default), sdr-team or partner-team')
    .option('--name <name>', 'name of the company or team')
    .option('--zone <zone>', 'time zone in which your days begin, such as Europe/Berlin')
    .option('--currency <code>', 'currency of your bookings, such as EUR')
    .option('--country <code>', 'country or region whose public holidays are no working days, such as DE or US-NY')
    .option('--json', 'print one JSON object')
    .action(async (options: InitOptions) => {
      const { runInit } = await import('../init/run-init.ts');
      finish(await runInit(options, context));
    });
};
