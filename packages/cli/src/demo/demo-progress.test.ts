import { expect, it } from 'vitest';
import { demoProgress } from './demo-progress.ts';

function told(isTerminal: boolean): string {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  const progress = demoProgress({ write, isTerminal, columns: 80 });
  progress.onEvents(50_000, Date.UTC(2025, 1, 14));
  progress.onCommit();
  progress.end();
  return text;
}

it('is one line of a terminal, which is gone at the end', () => {
  expect(told(true).split('\r\u001b[K')).toEqual([
    '',
    'Making the simulated company: February 2025, 50,000 events',
    'Making the simulated company: deriving the facts of 50,000 events',
    '',
  ]);
});

it('says nothing to a log', () => {
  expect(told(false)).toBe('');
});
