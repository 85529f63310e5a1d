import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assertReplayably } from './replayable.ts';

it('says at both ends of a failure how to see it again, and what differed', async () => {
  const property = fc.asyncProperty(fc.nat(), async (number) => {
    expect({ number }).toEqual({ number: -1 });
  });
  const failure = await assertReplayably(property, { seed: 7, numRuns: 3, endOnFailure: true }).catch(
    (error: unknown) => error,
  );
  if (!(failure instanceof Error)) throw new Error('The property held.');
  const lines = failure.message.split('\n');
  expect(lines[0]).toContain('SAMETEAM_RANDOM_SEED=7 SAMETEAM_RANDOM_PATH=0');
  expect(lines.at(-1)).toBe(lines[0]);
  expect(failure.message).toContain('Counterexample');
  expect(failure).toMatchObject({ expected: { number: -1 } });
});

it('says nothing of a property that holds', async () => {
  const property = fc.asyncProperty(fc.nat(), async () => undefined);
  await expect(assertReplayably(property, { numRuns: 3 })).resolves.toBeUndefined();
});
