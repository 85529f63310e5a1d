import type { Problem, ProblemCode, ProblemIssue } from '../wire/problem.ts';

/** `unreachable`: no answer came. `unreadable-answer`: an answer came that is not Sameteam's. */
export type ClientErrorCode = ProblemCode | 'unreachable' | 'unreadable-answer';

/**
 * A question that was not answered: the service's problem details, or why there are none.
 * @example
 * const error = await client.report({ metrics: ['capturd'] }).catch((reason: unknown) => reason);
 * error instanceof SameteamClientError && error.issues[0]?.nearest // 'captured'
 */
export class SameteamClientError extends Error {
  readonly code: ClientErrorCode;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  /** What failed, why, and what to do. The same text as `message`. */
  readonly detail: string;
  readonly issues: readonly ProblemIssue[];
  /** Names an unexpected error in the server's log; `null` otherwise. */
  readonly id: string | null;

  constructor(
    problem: Pick<Problem, 'status' | 'title' | 'detail'> & { readonly code: ClientErrorCode } & Partial<
        Pick<Problem, 'issues' | 'id'>
      >,
    options?: { readonly cause?: unknown },
  ) {
    super(problem.detail, options);
    this.name = 'SameteamClientError';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.issues = problem.issues ?? [];
    this.id = problem.id ?? null;
  }
}
