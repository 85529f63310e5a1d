import type { Exchange } from './exchange.ts';
import type { TestKit } from './test-kit.ts';
import type { TestRequest } from './test-request.ts';

/** Something that must hold of an answer. */
export interface Check {
  /** In words, after "expected": "status 200". */
  readonly expected: string;
  /** @returns what is there instead, in words; `null` when it holds */
  readonly found: (exchange: Exchange) => string | null;
}

/** A request, and all that must hold of its answer. */
export interface Step {
  readonly request: TestRequest;
  readonly checks: readonly Check[];
}

/** One promise of the ingest contract: data, so that a run can be counted before anything is sent. */
export interface ConformancePromise {
  /** In kebab-case; unique. */
  readonly id: string;
  /** The promise as a sentence. */
  readonly says: string;
  /** Heading of `docs/vendors.md` that promises it. */
  readonly clause: string;
  /** What is sent, in order; the first check that does not hold breaks the promise. */
  readonly steps: (kit: TestKit) => readonly Step[];
}

/** A step of a promise. */
export function step(request: TestRequest, ...checks: readonly Check[]): Step {
  return { request, checks };
}
