import type { DemoOptions } from '../demo/run-demo.ts';
import type { AddCommand } from '../program.ts';
import { dbOption, needed } from './options.ts';

/** `sameteam demo`: the simulated company as a database, to look around in. `npm start` makes one too. */
export const addDemo: AddCommand = (program, context, finish) => {
  program
    .command('demo')
    .description('Make a database of a simulated company, 24 months of leads up to today, to look around in.')
    .addOption(dbOption())
    .option('--json', 'print one JSON object')
    .action(async (options: Partial<DemoOptions>) => {
      const { runDemo } = await import('../demo/run-demo.ts');
      finish(await runDemo(needed<DemoOptions>(options, { db: '--db FILE' }), context));
    });
};
