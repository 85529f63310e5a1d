import { expect, it } from 'vitest';
import { GeneratorError } from './generator-error.ts';
import { runGenerator } from './run-generator.ts';

function run(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const command = {
    generate: (root: string, name: string) => {
      if (name === 'taken') throw new GeneratorError('There is one already.');
      return [`${root}/${name}.ts`, `${root}/${name}.test.ts`];
    },
    example: 'npm run new:thing -- one',
    help: 'Writes a thing.',
    testCommand: (paths: readonly string[]) => `test ${paths.at(-1)}`,
  };
  const terminal = { stdout: output('stdout'), stderr: output('stderr') };
  return { exit: runGenerator(command, { args, root: 'a', terminal }), ...written };
}

it('prints what it wrote, and says how to test it', () => {
  expect(run('two')).toEqual({
    exit: 0,
    stdout: 'a/two.ts\na/two.test.ts\n',
    stderr: 'Written. Read it over, then run its tests: test a/two.test.ts\n',
  });
});

it.each([['--help'], ['-h'], ['two', '--help']])('shows its help and writes nothing: %s', (...args) => {
  expect(run(...args)).toEqual({ exit: 0, stdout: 'Usage: npm run new:thing -- one\n\nWrites a thing.\n', stderr: '' });
});

it.each([
  [[], 'A name is missing. Give one: npm run new:thing -- one. --help shows more.\n'],
  [['--dry'], 'Cannot use "--dry": one name is all that is taken. npm run new:thing -- one\n'],
  [['two', '--dry'], 'Cannot use "--dry": one name is all that is taken. npm run new:thing -- one\n'],
  [['two', 'three'], 'Cannot use "three": one name is all that is taken. npm run new:thing -- one\n'],
  [['taken'], 'There is one already.\n'],
])('refuses %j in a sentence', (args, stderr) => {
  expect(run(...args)).toEqual({ exit: 2, stdout: '', stderr });
});
