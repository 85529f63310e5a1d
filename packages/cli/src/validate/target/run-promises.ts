import type { Check, ConformancePromise, Step } from './conformance-promise.ts';
import { type Exchange, isAnswered, isRecord, type NoAnswer, shortened, type TargetClient } from './exchange.ts';
import type { TestKit } from './test-kit.ts';

/** Why a promise is broken: all of it in words. */
export interface Breach {
  readonly sent: string;
  readonly expected: string;
  readonly came: string;
  /** The three as a sentence. */
  readonly message: string;
}

/** What became of one promise. */
export interface PromiseResult extends Pick<ConformancePromise, 'id' | 'says' | 'clause'> {
  readonly passed: boolean;
  /** `null` where it is kept. */
  readonly breach: Breach | null;
}

/** What is left behind at the endpoint, for whoever wants to take it back. */
export interface Traces {
  /** Ids of the imports that events were stored with. */
  readonly imports: readonly string[];
  /** Leads that flat leads became. */
  readonly leads: readonly string[];
}

/** What became of a run. */
export type PromisesRun =
  | { readonly reached: true; readonly results: readonly PromiseResult[]; readonly traces: Traces }
  /** Nothing can be said of the promises: there is no endpoint, or it lets nobody in. */
  | { readonly reached: false; readonly because: string };

/** With that many requests without an answer in a row the endpoint is taken for gone. */
const patience = 3;

/** How many events stand in how many requests, before any of them is sent. */
export function countOf(
  promises: readonly ConformancePromise[],
  kit: TestKit,
): { readonly events: number; readonly requests: number } {
  const requests = promises.flatMap(({ steps }) => steps(kit).map(({ request }) => request));
  return { events: requests.reduce((sum, { events }) => sum + events, 0), requests: requests.length };
}

/**
 * Tries promises one after the other.
 * @param options.onResult is told each result when it is known
 * @returns a result for each; those that were not tried, because the endpoint fell silent, are broken and say so
 */
export async function runPromises(
  promises: readonly ConformancePromise[],
  {
    client,
    kit,
    onResult = () => undefined,
  }: {
    readonly client: TargetClient;
    readonly kit: TestKit;
    readonly onResult?: (result: PromiseResult) => void;
  },
): Promise<PromisesRun> {
  const results: PromiseResult[] = [];
  const exchanges: Exchange[] = [];
  let silent = 0;
  for (const { id, says, clause, steps } of promises) {
    let breach: Breach | null = null;
    for (const step of silent < patience ? steps(kit) : []) {
      const result = await client.send(step.request);
      const closed = results.length === 0 && breach === null ? whyClosed(result) : null;
      if (closed !== null) return { reached: false, because: closed };
      silent = isAnswered(result) ? 0 : silent + 1;
      if (isAnswered(result)) exchanges.push(result);
      breach = breachOf(step, result);
      if (breach !== null) break;
    }
    if (silent >= patience) breach ??= notTried;
    const result = { id, says, clause, passed: breach === null, breach };
    results.push(result);
    onResult(result);
  }
  return { reached: true, results, traces: tracesOf(exchanges) };
}

/** What the first answer says of the whole endpoint, in words that come after "Cannot try the endpoint: ". */
function whyClosed(result: Exchange | NoAnswer): string | null {
  if (!isAnswered(result)) return `${result.because}.`;
  const { status, headers } = result;
  if (status === 401 || status === 403) {
    return `it answers ${status} and lets nobody in. Give the token of the sender with --header "Authorization: Bearer …".`;
  }
  if (status === 404) return 'there is nothing at /v1/events (404). Name the address below which it lies.';
  if (status >= 300 && status < 400) return `it leads to ${headers.location ?? 'another address'}. Name that address.`;
  return null;
}

function breachOf({ request, checks }: Step, result: Exchange | NoAnswer): Breach | null {
  if (!isAnswered(result)) return breach(request.says, 'an answer', result.because);
  for (const check of checks) {
    const found = check.found(result);
    if (found !== null) return breach(request.says, check.expected, found);
  }
  return null;
}

const notTried: Breach = {
  sent: 'nothing',
  expected: 'an answer',
  came: 'none to the requests before',
  message: 'Not tried: the endpoint did not answer the requests before.',
};

function breach(sent: string, expected: Check['expected'], came: string): Breach {
  const short = shortened(came, 300);
  return { sent, expected, came: short, message: `Sent ${sent}. Expected ${expected}. Came ${short}.` };
}

function tracesOf(exchanges: readonly Exchange[]): Traces {
  const bodies = exchanges.map(({ json }) => json).filter(isRecord);
  const texts = (name: string) => [...new Set(bodies.map((it) => it[name]).filter((it) => typeof it === 'string'))];
  return { imports: texts('import'), leads: texts('lead') };
}
