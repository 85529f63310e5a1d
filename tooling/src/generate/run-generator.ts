import { fileURLToPath } from 'node:url';
import { GeneratorError } from './generator-error.ts';

/**
 * Runs a generator as a command: says what it wrote, or in a sentence why not.
 * @param generate takes the root and the one argument of the command, and returns the paths that it wrote
 * @param usage shown when the argument is missing
 */
export function runGenerator(generate: (root: string, name: string) => readonly string[], usage: string): void {
  const [name] = process.argv.slice(2);
  try {
    if (name === undefined) throw new GeneratorError(usage);
    const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
    for (const path of generate(root, name)) process.stdout.write(`${path}\n`);
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
