import { createClient, type SameteamClient } from '@sameteam/api/client';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { StLeads } from '../leads/leads.ts';
import { isSourceRequest, type OpenNumber, type SourceHandle, sourceReadyEvent } from './source-context.ts';
import { SourceStore } from './source-store.ts';
import { wholeView } from './view.ts';

/**
 * Where the elements inside it get their numbers from, and what they look at together.
 *
 * It sends each question once, however many elements ask it. Elements elsewhere on the page name it by id:
 * `<st-metric source="#sales" …>`.
 *
 * @element st-source
 * @attr src - address below which `/v1` lies; empty for the page's own server
 * @attr from - first day, `YYYY-MM-DD`
 * @attr to - last day, `YYYY-MM-DD`
 * @attr as-of - instant, ISO 8601; absent for now
 * @attr theme - `light`, `dark` or `auto`; absent takes the page's `color-scheme`
 * @example
 * <st-source src="https://sameteam.example">
 *   <st-metric metric="lead_to_win_rate"></st-metric>
 * </st-source>
 */
export class StSource extends LitElement implements SourceHandle {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
  `;

  @property() src: string | null = null;
  @property() from: string | null = null;
  @property() to: string | null = null;
  @property({ attribute: 'as-of' }) asOf: string | null = null;
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | null = null;
  /** Answers instead of a server: a memory engine in the page, or a test's. */
  @property({ attribute: false }) client: SameteamClient | null = null;

  #store: SourceStore | null = null;
  #asked: Pick<StSource, 'client' | 'src'> = { client: null, src: null };

  constructor() {
    super();
    this.addEventListener('context-request', (event) => {
      if (!isSourceRequest(event) || !this.isBound) return;
      event.stopPropagation();
      event.callback(this);
    });
  }

  /** Whether there is anybody to ask. */
  get isBound(): boolean {
    return this.client !== null || this.src !== null;
  }

  /** The shared view and its answers. Another client or address is another store. */
  get store(): SourceStore {
    const { client, src } = this;
    if (this.#store === null || this.#asked.client !== client || this.#asked.src !== src) {
      this.#asked = { client, src };
      const view = this.#store?.view ?? { ...wholeView, from: this.from, to: this.to, asOf: this.asOf };
      this.#store = new SourceStore(client ?? createClient({ baseUrl: src ?? '' }), view);
    }
    return this.#store;
  }

  /** Asks everything again. */
  refresh(): void {
    this.#store?.refresh();
  }

  openNumber(number: OpenNumber, opener: HTMLElement): void {
    const leads = this.renderRoot.querySelector<StLeads>('st-leads');
    leads?.show(number, { store: this.store, opener });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.dispatchEvent(new Event(sourceReadyEvent));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') || changed.has('src')) document.dispatchEvent(new Event(sourceReadyEvent));
    // Before the first update the store took them itself, and an address may have said otherwise since.
    if (this.hasUpdated && (changed.has('from') || changed.has('to') || changed.has('asOf')))
      this.#store?.setView({ from: this.from, to: this.to, asOf: this.asOf });
  }

  protected override render() {
    return html`<slot></slot><st-leads .theme=${this.theme}></st-leads>`;
  }
}
