/**
 * Gives turns one after another.
 * @returns a function that waits for its turn and answers another one, to be called when the turn is over
 */
export function createTurn(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let done: () => void = () => undefined;
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}
