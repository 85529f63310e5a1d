import type { Problem, ProblemCode, ProblemIssue } from '../wire/problem.ts';
import { type ProblemParams, problems } from './problems.ts';

/** What comes with a problem beside its sentence. */
export interface ProblemErrorOptions extends ErrorOptions {
  readonly issues?: readonly ProblemIssue[];
  readonly id?: string;
}

/**
 * A request that cannot be answered, as thrown by a handler and sent by a server.
 * @example
 * const { problem } = new ProblemError('unknown-lead', { lead: 'lead/42' });
 * problem.status // 404
 */
export class ProblemError<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'ProblemError';
  readonly code: Code;
  /** As it goes over the wire. */
  readonly problem: Problem;

  constructor(code: Code, params: ProblemParams<Code>, { issues = [], id, ...options }: ProblemErrorOptions = {}) {
    const { status, title } = problems[code];
    const detail = (problems[code].detail as (params: ProblemParams<Code>) => string)(params);
    super(detail, options);
    this.code = code;
    this.problem = { type: `urn:sameteam:problem:${code}`, title, status, detail, code, issues, id: id ?? null };
  }
}
