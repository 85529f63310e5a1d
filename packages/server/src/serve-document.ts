import { agreementDocument, type ServiceContext, stateAt } from '@sameteam/service';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { onlyMethods } from './only-methods.ts';
import type { ReplaceableContext } from './replaceable-context.ts';

/** Where the document of the agreement lies. */
export const documentPath = '/agreement';

/**
 * Serves the document of the agreement: what two heads read and sign, with the clauses of all numbers as anchors. It is
 * the company's own, so that no cache between may keep it, and a browser asks each time whether it still holds.
 */
export function serveDocument(app: Hono, context: ReplaceableContext): void {
  // Making it takes tens of milliseconds; it changes only with the agreement, and when that begins to bind or ends.
  let made: { readonly of: ServiceContext; readonly state: string; readonly text: string } | null = null;
  const current = (used: ServiceContext): string => {
    const state = stateAt(used.standing, used.clock());
    if (made?.of !== used || made.state !== state) made = { of: used, state, text: agreementDocument(used) };
    return made.text;
  };
  app.get(documentPath, etag(), async (c) => {
    return c.html(await context.use(current), 200, { 'cache-control': 'private, no-cache' });
  });
  onlyMethods(app, documentPath, ['GET', 'HEAD']);
}
