import type { TestRequest } from './test-request.ts';

/** A request and its answer. */
export interface Exchange {
  readonly request: TestRequest;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON; `undefined` where it is none. */
  readonly json: unknown;
}

/** Why no answer came. */
export interface NoAnswer {
  readonly request: TestRequest;
  /** In words, after "because": "the connection was refused". */
  readonly because: string;
}

/** Sends requests to an endpoint. */
export interface TargetClient {
  /** Never rejects but for the reason of the signal that stops the run. */
  readonly send: (request: TestRequest) => Promise<Exchange | NoAnswer>;
}

/** Whether an answer came. */
export function isAnswered(result: Exchange | NoAnswer): result is Exchange {
  return 'status' in result;
}

/** An answer in a few words: `status 400 "malformed-json"`, or the beginning of what is no JSON. */
export function answerInWords({ status, headers, text, json }: Exchange): string {
  if (isRecord(json)) {
    if (typeof json.code === 'string') return `status ${status} "${json.code}"`;
    return `status ${status} with ${shortened(JSON.stringify(json))}`;
  }
  const type = headers['content-type'] ?? 'no content type';
  return text === '' ? `status ${status} without a body` : `status ${status}, ${type}: ${shortened(text)}`;
}

/** Whether a value is an object with names. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of another system, cut at a length that a line can hold. */
export function shortened(text: string, longest = 160): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
