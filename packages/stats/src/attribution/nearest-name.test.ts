import { expect, test } from 'vitest';
import { attributionModels } from './attribution-model.ts';
import { nearestName } from './nearest-name.ts';

test.each([
  ['lineer', 'linear'],
  ['Linear', 'linear'],
  ['U-shaped', 'u'],
  ['w shaped', 'w'],
  ['first_touch', 'first'],
  ['last-touch', 'last'],
  ['fullpath', 'full_path'],
  ['time-decay', 'time_decay'],
  ['timedecay', 'time_decay'],
  ['markow', 'markov'],
  ['shapley', null],
  ['', null],
  ['x'.repeat(10_000), null],
])('%s is most likely %s', (word, name) => {
  expect(nearestName(word, attributionModels)).toBe(name);
});
