import { expect, it } from 'vitest';
import { runCommand, StoppedError, stopCommands } from './run-command.mjs';

const cwd = process.cwd();
const node = (code: string) => runCommand(process.execPath, ['-e', code], { cwd });
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('keeps what a command says, and how it ended', async () => {
  expect(await node('console.log(1); console.error(2); process.exitCode = 3')).toEqual({
    code: 3,
    signal: null,
    output: expect.stringMatching(/^(1\n2|2\n1)\n$/),
  });
});

it('rejects when there is no such command', async () => {
  await expect(runCommand('no-such-command', [], { cwd })).rejects.toThrow('ENOENT');
});

it('takes a command that was told to stop for stopped, even when it ends well', async () => {
  const running = node("process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000);");
  const ended = expect(running).rejects.toThrow(StoppedError);
  await soon(400);
  await stopCommands('SIGINT');
  await ended;
});

it('ends one that does not listen, with what it started', async () => {
  const deaf = "process.on('SIGINT', () => {}); setInterval(() => {}, 1000);";
  const running = node(
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}], { stdio: 'inherit' }); ${deaf}`,
  );
  const ended = expect(running).rejects.toThrow(StoppedError);
  await soon(600);
  const before = performance.now();
  // Its output closes only when both have ended.
  await stopCommands('SIGINT');
  await ended;
  expect(performance.now() - before).toBeLessThan(6000);
});
