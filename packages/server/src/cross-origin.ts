import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { anyOrigin } from './check-origins.ts';

/** Headers that a page can send beside those that every page can. */
const knownHeaders = ['content-type', 'authorization'];

/** The attributes of an event in binary mode. */
const attribute = /^ce-[a-z0-9]+$/;

/** Lets pages of other origins call (CORS), with a token and in binary mode too, but without cookies. */
export function crossOrigin(allowOrigins: readonly string[]): MiddlewareHandler {
  const origin = allowOrigins.includes(anyOrigin) ? anyOrigin : [...allowOrigins];
  return (context, next) => {
    const asked = context.req.header('access-control-request-headers') ?? '';
    const attributes = asked.split(',').map((name) => name.trim().toLowerCase());
    const allowHeaders = [...knownHeaders, ...attributes.filter((name) => attribute.test(name))];
    return cors({ origin, allowMethods: ['GET', 'HEAD', 'POST'], allowHeaders, maxAge: 600 })(context, next);
  };
}
