import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type SourceHandle, SourceRequestEvent, sourceReadyEvent } from './source-context.ts';
import type { SourceStore, StoreChange } from './source-store.ts';

/** An element that belongs to a source: by lying in it, or by naming its id. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  /** `#id` of the source; empty to take the nearest one around. */
  source: string;
}

/** Finds the source of an element, now or as soon as there is one, and tells of every change of it. */
export class SourceController implements ReactiveController {
  handle: SourceHandle | null = null;
  store: SourceStore | null = null;
  readonly #host: SourceHost;
  readonly #onChange: (reason: StoreChange | 'source') => void;
  #leave: (() => void) | null = null;

  constructor(host: SourceHost, onChange: (reason: StoreChange | 'source') => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(sourceReadyEvent, this.find);
    this.find();
  }

  hostDisconnected(): void {
    document.removeEventListener(sourceReadyEvent, this.find);
    // Without a word to the host: one that only moves keeps what it shows.
    this.#leave?.();
    this.#leave = null;
    this.handle = null;
    this.store = null;
  }

  /** Looks again: after the `source` attribute changed, or a source came. */
  readonly find = (): void => {
    let found: SourceHandle | null = null;
    const asking = this.#host.source === '' ? this.#host : this.#named();
    asking?.dispatchEvent(
      new SourceRequestEvent((handle) => {
        found = handle;
      }),
    );
    this.#take(found);
  };

  /** Whether a source is written in the page whose code has not come yet. */
  get isExpected(): boolean {
    const source = this.#host.source === '' ? this.#host.closest('st-source') : this.#named();
    return source?.matches(':not(:defined)') ?? false;
  }

  #named(): Element | null {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    return root.querySelector(this.#host.source) ?? document.querySelector(this.#host.source);
  }

  #take(handle: SourceHandle | null): void {
    const store = handle?.store ?? null;
    if (handle === this.handle && store === this.store && store !== null) return;
    this.#leave?.();
    this.handle = handle;
    this.store = store;
    this.#leave = store?.subscribe(this.#onChange) ?? null;
    this.#onChange('source');
  }
}
