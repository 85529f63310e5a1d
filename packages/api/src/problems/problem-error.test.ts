import { describe, expect, it } from 'vitest';
import { problemSchema } from '../schemas/problem.ts';
import { ProblemError } from './problem-error.ts';
import { problems } from './problems.ts';

describe('ProblemError', () => {
  it('makes problem details of a code and its parameters', () => {
    const cause = new Error('below');
    const error = new ProblemError('unknown-lead', { lead: 'lead/42' }, { cause });
    expect(error.problem).toEqual({
      type: 'urn:sameteam:problem:unknown-lead',
      title: 'Unknown lead',
      status: 404,
      detail: 'There is no lead "lead/42": no event tells of it. Take the id from the leads behind a number.',
      code: 'unknown-lead',
      issues: [],
      id: null,
    });
    expect(error.message).toBe(error.problem.detail);
    expect(error.cause).toBe(cause);
  });

  it('carries the id of an unexpected error in its sentence and beside it', () => {
    const { problem } = new ProblemError('internal', { id: 'e-1' }, { id: 'e-1' });
    expect(problem).toMatchObject({ status: 500, id: 'e-1' });
    expect(problem.detail).toContain('e-1');
  });

  it('has an error status for every code, and its own schema reads what it makes', () => {
    for (const { status } of Object.values(problems)) expect(status).toBeGreaterThanOrEqual(400);
    const { problem } = new ProblemError('not-found', { path: '/v1/x' });
    expect(problemSchema.parse(problem)).toEqual(problem);
  });
});
