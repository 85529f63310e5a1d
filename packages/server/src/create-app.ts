import { randomUUID } from 'node:crypto';
import { ProblemError, requestLimits, type ServiceContext } from '@sameteam/service';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { checkOrigins } from './check-origins.ts';
import { crossOrigin } from './cross-origin.ts';
import { type Logger, stderrLogger } from './logger.ts';
import { problemResponse } from './problem-response.ts';
import { type ReplaceableContext, replaceableContext } from './replaceable-context.ts';
import { securityHeaders } from './security-headers.ts';
import { serveApi } from './serve-api.ts';
import { serveAssets } from './serve-assets.ts';
import { serveDocument } from './serve-document.ts';

/** What is served, and to whom. */
export interface AppOptions {
  /** What answers are made from; of `replaceableContext` where it can be replaced while the server runs. */
  readonly context: ServiceContext | ReplaceableContext;
  /** Directory of the built widgets, with `page/index.html`. Absent: the API alone. */
  readonly assets?: string | undefined;
  /**
   * Origins of pages that may call the API, send leads, load the elements and frame the page, such as
   * `https://intranet.example.com`; `*` is every page that a browser opens. None unless told.
   */
  readonly allowOrigins?: readonly string[] | undefined;
  /** Longest body that is read, in bytes; 1 MiB unless told. */
  readonly bodyLimitBytes?: number | undefined;
  /** Longest body that brings events, in bytes; 8 MiB unless told. */
  readonly ingestLimitBytes?: number | undefined;
  /**
   * What senders of events and leads must give as a bearer token. Absent: whoever reaches the address may send, where the
   * context takes leads at all.
   */
  readonly ingestToken?: string | undefined;
  /** Adds routes of its own, or looks at requests on their way: what it adds comes before the contract. */
  readonly extra?: ((app: Hono) => void) | undefined;
  /** Where unexpected errors go; standard error unless told. */
  readonly logger?: Logger | undefined;
  /** Version that `/openapi.json` names. */
  readonly version?: string | undefined;
}

/**
 * Makes the HTTP application: the contract under `/v1`, `/openapi.json`, the document of the agreement, and the page. It opens no socket: give it to
 * `startServer`, or ask it by `app.request`.
 * @throws ServerError `assets-missing`, `bad-origin`
 * @example
 * const app = createApp({ context: { engine, agreement, clock: Date.now } });
 * await (await app.request('/v1/health')).json() // { status: 'ok', … }
 */
export function createApp(options: AppOptions): Hono {
  const {
    context: given,
    assets,
    allowOrigins = [],
    bodyLimitBytes = 1_048_576,
    ingestLimitBytes = requestLimits.ingestBytes,
    ingestToken,
    extra,
    logger = stderrLogger,
    version = '1',
  } = options;
  checkOrigins(allowOrigins);
  const context = 'use' in given ? given : replaceableContext(given);
  const app = new Hono();
  app.use(securityHeaders({ allowOrigins }));
  if (allowOrigins.length > 0) app.use(crossOrigin(allowOrigins));
  app.use(compress());
  extra?.(app);
  serveApi(app, { context, version, bodyLimitBytes, ingestLimitBytes, allowOrigins, ingestToken });
  serveDocument(app, context);
  if (assets !== undefined) serveAssets(app, assets);
  app.notFound(notFound);
  app.onError((error, c) =>
    error instanceof ProblemError ? problemResponse(error.problem) : unexpected(error, c, logger),
  );
  return app;
}

function notFound({ req, text }: Context): Response {
  const { problem } = new ProblemError('not-found', { path: req.path });
  return /^\/v\d+(?:\/|$)/.test(req.path) ? problemResponse(problem) : text(problem.detail, 404);
}

function unexpected(err: Error, { req }: Context, logger: Logger): Response {
  const id = randomUUID();
  logger.error({ id, method: req.method, path: req.path, err }, 'A request failed unexpectedly');
  return problemResponse(new ProblemError('internal', { id }, { id, cause: err }).problem);
}
