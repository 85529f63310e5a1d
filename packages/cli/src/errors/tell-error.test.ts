import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../exit-code.ts';
import { testContext } from '../test-support/test-context.ts';
import { CliError } from './cli-error.ts';
import { tellError } from './tell-error.ts';

function told(error: unknown, env: Record<string, string> = {}) {
  const context = testContext({ env });
  const exit = tellError(error, context);
  expect(context.written.stdout).toBe('');
  return { exit, text: context.written.stderr };
}

const withCode = (message: string, code: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('tellError', () => {
  it('says the sentence of an error of ours, without a stack', () => {
    expect(told(new CliError('bad-zone', { zone: 'Berlin' }))).toEqual({
      exit: exitCodes.wrongUsage,
      text: '"Berlin" is no time zone. Give an IANA name, such as --zone Europe/Berlin.\n',
    });
  });

  it.each([
    ['unknown-metric', exitCodes.wrongUsage],
    ['invalid-request', exitCodes.wrongUsage],
    ['locked', exitCodes.locked],
    ['port-in-use', exitCodes.locked],
    ['port-not-allowed', exitCodes.notAllowed],
    ['no-database', exitCodes.failed],
  ])('ends with the code of %s, whichever package it comes from', (code, exit) => {
    expect(told(withCode('What failed. What to do.', code))).toEqual({ exit, text: 'What failed. What to do.\n' });
  });

  it('has words for what the system refuses', () => {
    expect(told(withCode("EACCES: permission denied, open '/x'", 'EACCES', { path: '/x' }))).toEqual({
      exit: exitCodes.notAllowed,
      text: 'Cannot open /x: this user may not. Change its permissions, or name another place.\n',
    });
  });

  it('admits a fault of its own', () => {
    expect(told(new TypeError('a is undefined'))).toEqual({
      exit: exitCodes.failed,
      text: 'Something failed that should not: a is undefined. Run it again with SAMETEAM_DEBUG=1 and report what it prints.\n',
    });
  });

  it('shows the stack and its causes when asked to', () => {
    const { text } = told(new TypeError('a', { cause: new Error('b') }), { SAMETEAM_DEBUG: '1' });
    expect(text).toMatch(/TypeError: a\n\s+at [\s\S]*Caused by: Error: b\n\s+at /);
  });

  it('makes one sentence of a wrong usage, with the nearest name', () => {
    const error = new CommanderError(
      1,
      'commander.unknownOption',
      "error: unknown option '--metrc'\n(Did you mean --metric?)",
    );
    expect(told(error)).toEqual({
      exit: exitCodes.wrongUsage,
      text: 'Unknown option "--metrc". Did you mean --metric? Add --help to see what there is.\n',
    });
  });

  it('says nothing after help or version', () => {
    expect(told(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'))).toEqual({ exit: 0, text: '' });
  });
});
