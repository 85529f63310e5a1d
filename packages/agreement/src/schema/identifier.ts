import { z } from 'zod';

/** Names of clauses are part of their address, so they hold no dot and no space. */
export const identifierPattern: RegExp = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const expected = 'a name: letters, digits, "_" and "-", starting with a letter, at most 64 characters';

/** The name of a team, a clause, a reason, a readiness, a metric. */
export function identifier(): z.ZodString {
  return z.string().regex(identifierPattern, { error: expected });
}

/** Free text of a sentence or a few, never empty. */
export function sentence(): z.ZodString {
  return z.string().min(1).max(2000);
}

/** A value as the data writes it: a channel, an answer, a role. */
export function valueText(): z.ZodString {
  return z.string().min(1).max(200);
}

/** What a clause means in the words of the company, for people who read the document. */
export const meaning = { means: sentence().exactOptional().describe('What it means, in the words of the company.') };
