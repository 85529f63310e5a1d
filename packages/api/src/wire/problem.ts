/**
 * Why a request was not answered. Closed: a new reason is a new code here and an entry in `problems`.
 */
export type ProblemCode =
  | 'malformed-json'
  | 'invalid-request'
  | 'unknown-metric'
  | 'unknown-dimension'
  | 'not-answerable'
  | 'unknown-lead'
  | 'not-found'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'too-many-items'
  | 'ingest-closed'
  | 'token-missing'
  | 'token-wrong'
  | 'origin-not-allowed'
  | 'host-not-allowed'
  | 'internal';

/** One fault of a request, with its place. */
export interface ProblemIssue {
  /** JSON pointer (RFC 6901) into the request: its body, or its path and query parameters as one object. */
  readonly pointer: string;
  readonly message: string;
  /** The known name that is nearest to the one found; `null` where none is near. */
  readonly nearest: string | null;
}

/** Problem details (RFC 9457), `application/problem+json`. */
export interface Problem {
  /** A URI reference that names the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What failed, why, and what to do. */
  readonly detail: string;
  readonly code: ProblemCode;
  /** Empty where the request as a whole is the problem. */
  readonly issues: readonly ProblemIssue[];
  /** Finds an unexpected error in the server's log; `null` for any other problem. */
  readonly id: string | null;
}
