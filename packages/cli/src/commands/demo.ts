import type { DemoOptions } from '../demo/run-demo.ts';
import type { AddCommand } from '../program.ts';
import { dbOption, needed } from './options.ts';

/** `sameteam demo`: the simulated company as a database. `npm start` calls it; it is not listed. */
export const addDemo: AddCommand = (program, context, finish) => {
  program
    .command('demo', { hidden: true })
    .description('Make the simulated company: 24 months of leads, always the same.')
    .addOption(dbOption())
    .option('--json', 'print one JSON object')
    .action(async (options: Partial<DemoOptions>) => {
      const { runDemo } = await import('../demo/run-demo.ts');
      finish(await runDemo(needed<DemoOptions>(options, { db: '--db FILE' }), context));
    });
};
