import fc from 'fast-check';

/** What a failure said, to see it again: SAMETEAM_RANDOM_SEED and SAMETEAM_RANDOM_PATH; `null` where nothing is replayed. */
export const replayed: { readonly seed: number; readonly path: string } | null = replayOf(process.env);

function replayOf({ SAMETEAM_RANDOM_SEED: seed, SAMETEAM_RANDOM_PATH: path }: NodeJS.ProcessEnv) {
  return seed === undefined || path === undefined ? null : { seed: Number(seed), path };
}

/**
 * Asserts a property. The message of a failure begins and ends with how to see it again: a log of which only the
 * beginning or only the end was kept says so, however long the counterexample is.
 */
export async function assertReplayably<T>(property: fc.IAsyncProperty<T>, parameters: fc.Parameters<T>): Promise<void> {
  const details = await fc.check(property, parameters);
  if (!details.failed) return;
  const replay = howToReplay(details.seed, details.counterexamplePath);
  const report = (await fc.asyncDefaultReportMessage(details)) ?? 'It was interrupted.';
  const failure = details.errorInstance instanceof Error ? details.errorInstance : null;
  const { actual, expected } = { actual: undefined, expected: undefined, ...failure };
  // vitest shows the difference of the two by itself.
  throw Object.assign(new Error(`${replay}\n${report}\n${failure?.message ?? ''}\n${replay}`), { actual, expected });
}

function howToReplay(seed: number, path: string | null): string {
  const given = ['SAMETEAM_ENGINES', 'SAMETEAM_RANDOM_PLANS'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const shown = [...given, `SAMETEAM_RANDOM_SEED=${seed}`, `SAMETEAM_RANDOM_PATH=${path ?? '0'}`].join(' ');
  return `To see it again, run this test alone with ${shown}`;
}
