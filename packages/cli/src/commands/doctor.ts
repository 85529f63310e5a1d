import { Option } from 'commander';
import type { DoctorOptions } from '../doctor/run-doctor.ts';
import type { AddCommand } from '../program.ts';

/** `sameteam doctor`: whether this machine and a database are fit, and what to do where they are not. */
export const addDoctor: AddCommand = (program, context, finish) => {
  program
    .command('doctor')
    .description('Check this machine and, with --db, a database.')
    .addOption(new Option('--db <file>', 'a database to look at; it is not changed'))
    .option('--json', 'print one JSON object')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../doctor/run-doctor.ts');
      finish(await runDoctor(options, context));
    });
};
