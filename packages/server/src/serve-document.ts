import { agreementDocument, type ServiceContext } from '@sameteam/service';
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
  app.get(documentPath, etag(), (c) =>
    c.html(agreementDocument(context), 200, { 'cache-control': 'private, no-cache' }),
  );
  onlyMethods(app, documentPath, ['GET', 'HEAD']);
}
