// @ts-check

/**
 * Calls back once when this process is to end: by a signal, or because the process that started it is gone. npm starts
 * scripts through a shell which does not pass signals on, so that a script must notice by itself that it is left alone.
 * @param {(signal: NodeJS.Signals) => void} stop
 */
export function onStop(stop) {
  let isStopping = false;
  const once = (/** @type {NodeJS.Signals} */ signal) => {
    if (isStopping) return;
    isStopping = true;
    stop(signal);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, once);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    once('SIGTERM');
  }, 500);
  watch.unref();
}
