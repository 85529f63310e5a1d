import { runServe } from '../../../src/serve/run-serve.ts';
import { testContext } from '../../../src/test-support/test-context.ts';
import type { Served } from './use-pages.ts';

/**
 * Runs `sameteam serve` over a database in this process, on a free port.
 * @param options.nowMs the clock of the server; noon of 1 October 2026 unless told
 */
export async function serveDatabase(db: string, { nowMs }: { readonly nowMs?: number } = {}): Promise<Served> {
  const controller = new AbortController();
  let listens: (line: string) => void = () => undefined;
  const printed = new Promise<string>((resolve) => {
    listens = resolve;
  });
  const context = testContext({
    stdout: { write: listens, isTerminal: false, columns: 80 },
    stop: controller.signal,
    ...(nowMs === undefined ? {} : { now: () => nowMs }),
  });
  const serving = runServe({ db, port: 0, host: '127.0.0.1', json: true }, context);
  // A server that cannot start never prints.
  const line = await Promise.race([printed, serving.then(() => Promise.reject(new Error('It ended at once.')))]);
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    url,
    async close() {
      controller.abort();
      await serving;
    },
  };
}
