export type { SameteamHandlersOptions } from './sameteam-handlers.ts';
export { sameteamHandlers } from './sameteam-handlers.ts';
