import { agreementDocument, type ServiceContext, stateAt } from '@sameteam/service';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { onlyMethods } from './only-methods.ts';

/** Where the document of the agreement lies. */
export const documentPath = '/agreement';

/**
 * Serves the document of the agreement: what two heads read and sign, with the clauses of all numbers as anchors. It is
 * the company's own, so that no cache between may keep it, and a browser asks each time whether it still holds.
 */
export function serveDocument(app: Hono, context: ServiceContext): void {
  // Making it takes tens of milliseconds; it changes only when the agreement begins to bind or ends.
  let made: { readonly state: string; readonly text: string } | null = null;
  app.get(documentPath, etag(), (c) => {
    const state = stateAt(context.standing, context.clock());
    if (made?.state !== state) made = { state, text: agreementDocument(context) };
    return c.html(made.text, 200, { 'cache-control': 'private, no-cache' });
  });
  onlyMethods(app, documentPath, ['GET', 'HEAD']);
}
