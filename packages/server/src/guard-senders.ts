import { createHash, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@sameteam/service';
import type { MiddlewareHandler } from 'hono';
import { anyOrigin } from './check-origins.ts';
import { problemResponse } from './problem-response.ts';

/** Who may send. */
export interface SenderOptions {
  /** Origins of pages that may, beside pages of this server; `*` is every page. */
  readonly allowOrigins: readonly string[];
  /** What must be given as a bearer token; nothing where it is absent. */
  readonly token: string | undefined;
}

/**
 * Lets in who may send. A page can post a form to any address without asking first, so that a preflight alone would not
 * keep the pages of others out: browsers say in `Origin` whose page it is. What is no browser says nothing there.
 */
export function guardSenders({ allowOrigins, token }: SenderOptions): MiddlewareHandler {
  return async ({ req }, next) => {
    const origin = req.header('origin');
    if (
      origin !== undefined &&
      !mayOriginSend(origin, { allowOrigins, host: req.header('host') ?? new URL(req.url).host })
    )
      return problemResponse(new ProblemError('origin-not-allowed', { origin: origin.slice(0, 200) }).problem);
    if (token !== undefined) {
      const given = /^bearer +(\S+) *$/i.exec(req.header('authorization') ?? '')?.[1];
      if (given === undefined) return unknownSender('token-missing', 'Bearer');
      if (!isSame(given, token)) return unknownSender('token-wrong', 'Bearer error="invalid_token"');
    }
    return next();
  };
}

function mayOriginSend(
  origin: string,
  { allowOrigins, host }: { readonly allowOrigins: readonly string[]; readonly host: string },
): boolean {
  if (allowOrigins.includes(anyOrigin) || allowOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  // What speaks TLS before this server is not seen here, so that the scheme cannot be compared.
  const own = `${page.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === page.host && page.host !== '';
}

/** Compares in a time that does not tell how much of a guess was right. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function unknownSender(code: 'token-missing' | 'token-wrong', challenge: string): Response {
  return problemResponse(new ProblemError(code, {}).problem, { 'www-authenticate': challenge });
}
