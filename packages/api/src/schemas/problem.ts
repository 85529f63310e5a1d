import { z } from 'zod';
import { problems } from '../problems/problems.ts';
import type { ProblemCode } from '../wire/problem.ts';

/** One fault of a request, with its place. */
export const problemIssueSchema = z.object({
  pointer: z
    .string()
    .describe('JSON pointer into the request: its body, or its path and query parameters as one object.'),
  message: z.string(),
  nearest: z.string().nullable().describe('The known name that is nearest to the one found.'),
});

/** Problem details (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().describe('A URI reference that names the kind of problem.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What failed, why, and what to do.'),
  code: z.enum(Object.keys(problems) as ProblemCode[]),
  issues: z.array(problemIssueSchema),
  id: z.string().nullable().describe("Finds an unexpected error in the server's log."),
});
