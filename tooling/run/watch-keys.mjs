// @ts-check

const controlC = '\u0003';
const controlD = '\u0004';

/**
 * Calls back on Ctrl-C and Ctrl-D. On a terminal, Ctrl-C would also reach npm and its shell, which end at once with an
 * error, before this process has closed what it holds. So the keys are read here instead.
 * @param {NodeJS.ReadStream} input nothing is done when it is no terminal
 * @param {() => void} stop
 * @returns {() => void} gives the terminal back
 */
export function watchKeys(input, stop) {
  if (!input.isTTY) return () => {};
  const onData = (/** @type {Buffer} */ keys) => {
    const text = keys.toString('utf8');
    if (text.includes(controlC) || text.includes(controlD)) stop();
  };
  input.setRawMode(true);
  input.on('data', onData);
  input.resume();
  return () => {
    input.off('data', onData);
    input.setRawMode(false);
    input.pause();
  };
}
