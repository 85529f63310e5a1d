import { type TestContext, testContext } from '../../../src/test-support/test-context.ts';
import { type ListenOptions, runListen } from '../../../src/validate/listen/run-listen.ts';

/** A running `sameteam validate --listen`. */
export interface Listening {
  readonly url: string;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** Of the page of a list, as data. */
  readonly list: (list: 'good' | 'bad') => Promise<ListedArrivals>;
  /** @returns its exit code */
  close(): Promise<number>;
}

/** What `/good.json` and `/bad.json` answer. */
export interface ListedArrivals {
  readonly total: number;
  readonly items: readonly {
    readonly number: number;
    readonly kind: string;
    readonly verdict: string;
    readonly source: string | null;
    readonly id: string | null;
    readonly subject: string | null;
    readonly type: string | null;
    readonly issues: readonly Readonly<Record<string, string | null>>[];
    readonly hints: readonly Readonly<Record<string, string | null>>[];
    readonly received: string;
  }[];
}

/** Starts `sameteam validate --listen` in this process, on a free port. */
export async function startListening(
  options: Partial<ListenOptions> = {},
  changes: Partial<TestContext> = {},
): Promise<Listening> {
  let printed = '';
  let listens: () => void = () => undefined;
  const isListening = new Promise<void>((resolve) => {
    listens = resolve;
  });
  const context = testContext({
    now: Date.now,
    stdout: {
      write(text: string) {
        printed += text;
        listens();
      },
      isTerminal: false,
      columns: 80,
    },
    ...changes,
  });
  const running = runListen({ port: 0, ...options }, context);
  await Promise.race([isListening, running]);
  const url = /http:\/\/[^\s",]+/.exec(printed)?.[0] ?? '';
  return {
    url,
    printed: () => printed,
    list: async (list) => (await fetch(`${url}/${list}.json`)).json() as Promise<ListedArrivals>,
    close() {
      context.abort();
      return running;
    },
  };
}
