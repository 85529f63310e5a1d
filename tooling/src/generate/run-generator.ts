import { fileURLToPath } from 'node:url';
import { GeneratorError } from './generator-error.ts';

/** A generator as a command. */
export interface GeneratorCommand {
  /** Takes the root of the workspace and a name, and returns the paths that it wrote. */
  readonly generate: (root: string, name: string) => readonly string[];
  /** How it is called, such as `npm run new:metric -- sal_to_won_rate`. */
  readonly example: string;
  /** What it writes, and which names there are. */
  readonly help: string;
  /** The command that runs the tests of what was written. */
  readonly testCommand: (written: readonly string[]) => string;
}

/** Where a command reads and writes. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Runs a generator: prints the paths that it wrote, or says in a sentence why it wrote nothing.
 * @returns the exit code: 2 for a wrong call
 */
export function runGenerator(
  { generate, example, help, testCommand }: GeneratorCommand,
  { args, root = workspaceRoot(), terminal = process }: RunOptions,
): number {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.stdout.write(`Usage: ${example}\n\n${help}\n`);
    return 0;
  }
  try {
    const [name, ...others] = args;
    if (name === undefined) throw new GeneratorError(`A name is missing. Give one: ${example}. --help shows more.`);
    const [other] = [name, ...others].filter((it) => it.startsWith('-')).concat(others);
    if (other !== undefined)
      throw new GeneratorError(`Cannot use "${other}": one name is all that is taken. ${example}`);
    const written = generate(root, name);
    for (const path of written) terminal.stdout.write(`${path}\n`);
    terminal.stderr.write(`Written. Read it over, then run its tests: ${testCommand(written)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 2;
  }
}

interface RunOptions {
  readonly args: readonly string[];
  readonly root?: string;
  readonly terminal?: Terminal;
}

function workspaceRoot(): string {
  return fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
}
