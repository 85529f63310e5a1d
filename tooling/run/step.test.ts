import { expect, it } from 'vitest';
import { step } from './step.mjs';

function terminalOf(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

it('writes one line with seconds', async () => {
  const terminal = terminalOf(false);
  const times = [0, 12_340];
  const result = await step('building', async () => 7, { terminal, now: () => times.shift() ?? 0 });
  expect(result).toBe(7);
  expect(terminal.written.join('')).toBe('building … 12.3 s\n');
});

it('closes the line when the work fails, and passes the failure on', async () => {
  const terminal = terminalOf(false);
  const times = [0, 1000];
  const work = step('building', () => Promise.reject(new Error('no')), { terminal, now: () => times.shift() ?? 0 });
  await expect(work).rejects.toThrow('no');
  expect(terminal.written.join('')).toBe('building … failed after 1.0 s\n');
});

it('counts the seconds in place on a terminal', async () => {
  const terminal = terminalOf(true);
  await step('building', () => new Promise((resolve) => setTimeout(resolve, 30)), { terminal, every: 5 });
  expect(terminal.written.length).toBeGreaterThan(2);
  expect(terminal.written.at(-1)).toMatch(/^\r.*building … 0\.\d s\n$/);
});
