export { checkOrigins } from './check-origins.ts';
export type { AppOptions } from './create-app.ts';
export { createApp } from './create-app.ts';
export type { Logger } from './logger.ts';
export { stderrLogger } from './logger.ts';
export type { ServerErrorCode } from './server-error.ts';
export { ServerError } from './server-error.ts';
export type { RunningServer, ServerOptions } from './start-server.ts';
export { startServer } from './start-server.ts';
