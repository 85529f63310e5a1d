import type { ReportRequest, ReportRow } from '@sameteam/api/client';
import type { SourceStore } from './source-store.ts';

/** A number on the page, with the request whose answer held it. */
export interface OpenNumber {
  readonly row: ReportRow;
  readonly request: ReportRequest;
}

/** What a source gives to the elements that belong to it. */
export interface SourceHandle {
  readonly store: SourceStore;
  /** Shows the definition of a number and the leads behind it. Focus returns to `opener`. */
  openNumber(number: OpenNumber, opener: HTMLElement): void;
}

/** The key of the source in the context protocol of the Web Components community group. */
export const sourceContext = 'sameteam-source';

/** Told on `document` when a source comes to life, for elements that looked for one in vain. */
export const sourceReadyEvent = 'sameteam-source-ready';

/** Asks the ancestors for a context; understood by `@lit/context` and its like. */
export class SourceRequestEvent extends Event {
  readonly context = sourceContext;
  readonly callback: (handle: SourceHandle) => void;

  constructor(callback: (handle: SourceHandle) => void) {
    super('context-request', { bubbles: true, composed: true });
    this.callback = callback;
  }
}

/** Whether an event of the context protocol asks for a source. */
export function isSourceRequest(event: Event): event is SourceRequestEvent {
  return (event as Partial<SourceRequestEvent>).context === sourceContext;
}
