import { ProblemError } from '@sameteam/service';
import type { Hono } from 'hono';
import { problemResponse } from './problem-response.ts';

/** Refuses every method that the routes above did not take, and names those that they do. */
export function onlyMethods(app: Hono, address: string, allowed: readonly string[]): void {
  app.all(address, ({ req }) => {
    const { problem } = new ProblemError('method-not-allowed', { method: req.method, path: req.path, allowed });
    return problemResponse(problem, { allow: allowed.join(', ') });
  });
}
