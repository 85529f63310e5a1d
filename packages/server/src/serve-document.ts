import { agreementDocument, type ServiceContext } from '@sameteam/service';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { onlyMethods } from './only-methods.ts';

/** Where the document of the agreement lies. */
export const documentPath = '/agreement';

/** Serves the document of the agreement: what two heads read and sign, with the clauses of all numbers as anchors. */
export function serveDocument(app: Hono, context: ServiceContext): void {
  app.get(documentPath, etag(), (c) => c.html(agreementDocument(context)));
  onlyMethods(app, documentPath, ['GET', 'HEAD']);
}
