import { Command } from 'commander';
import { addAgreement } from './commands/agreement.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addReport } from './commands/report.ts';
import { addServe } from './commands/serve.ts';
import { addValidate } from './commands/validate.ts';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { ownVersion } from './own-version.ts';
import { styleOf } from './terminal/style.ts';

/** Registers a command. `finish` takes the exit code of what ran. */
export type AddCommand = (program: Command, context: CommandContext, finish: (code: ExitCode) => void) => void;

const commands: readonly AddCommand[] = [
  addInit,
  addAgreement,
  addImport,
  addReport,
  addValidate,
  addServe,
  addDoctor,
  addDemo,
];

/**
 * The command line as commander knows it, without a side effect until it parses. Help goes to standard output, and
 * errors are thrown instead of ending the process.
 */
export function createProgram(context: CommandContext, finish: (code: ExitCode) => void): Command {
  const { stdout, stderr, env } = context;
  const program = new Command('sameteam')
    .description('One agreement of sales and marketing, executed: on every lead and in every number.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(stdout.columns, 100),
      getErrHelpWidth: () => Math.min(stderr.columns, 100),
      getOutHasColors: () => stdout.isTerminal && !env.NO_COLOR,
      getErrHasColors: () => stderr.isTerminal && !env.NO_COLOR,
    })
    .configureHelp({ styleTitle: (text) => styleOf(stdout, env).bold(text) })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rows in quarantine,\n4 not allowed, 5 locked or conflict.',
    );
  for (const add of commands) add(program, context, finish);
  return program;
}
