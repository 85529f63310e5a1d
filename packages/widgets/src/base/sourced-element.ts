import type { AgreementInfo, Definitions } from '@sameteam/api/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { createFormat, type Format } from '../format/create-format.ts';
import type { OpenNumber } from '../source/source-context.ts';
import { SourceController } from '../source/source-controller.ts';
import type { SourceStore } from '../source/source-store.ts';
import { isNarrowed, type View, wholeView } from '../source/view.ts';
import { asking, type Failure, failed, type LoadState } from './load-state.ts';
import { notice } from './notice.ts';
import { type Words, wordsOf } from './words.ts';

/** What an element draws with, beside its own data. */
export interface Known {
  readonly words: Words;
  readonly definitions: Definitions;
  readonly agreement: AgreementInfo;
  readonly format: Format;
  readonly locale: string;
}

/**
 * An element that asks a source and shows one of five states: loading, empty, error, stale, ready. A subclass says
 * what it asks, when that is empty, and how it is drawn.
 */
export abstract class SourcedElement<Data> extends LitElement {
  /** `#id` of the source; empty to take the nearest one around. */
  @property() source = '';
  /** `light`, `dark` or `auto` (the reader's preference); absent takes the page's `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | null = null;
  /** Level of the title among the headings of the page, 1 to 6. */
  @property({ type: Number }) level = 2;
  @property({ reflect: true }) status: LoadState<Data>['status'] | 'empty' = 'loading';

  @state() protected loaded: LoadState<{ readonly data: Data; readonly known: Known }> = { status: 'loading' };

  protected readonly sourced = new SourceController(this, (reason) => {
    const isFailed = this.loaded.status === 'error' || (this.loaded.status === 'stale' && this.loaded.failure !== null);
    if (reason !== 'retry' || isFailed) void this.reload();
  });
  #turn = 0;
  /** What made one question fail mostly made others fail: all that failed is asked again. */
  readonly #retry = { label: 'Try again', run: () => this.sourced.store?.retry() };

  /** Whether messages stand in one line: for elements that are one line themselves. */
  protected readonly isLine: boolean = false;
  /** Properties of the element that change what it asks. */
  protected abstract readonly asksBy: readonly string[];
  protected abstract ask(store: SourceStore, known: Known): Promise<Data>;
  protected abstract isEmpty(data: Data): boolean;
  protected abstract renderReady(data: Data, known: Known): unknown;
  protected abstract renderLoading(): unknown;

  /** The view that the source looks at. */
  protected get view(): View {
    return this.sourced.store?.view ?? wholeView;
  }

  /** Asks again. */
  async reload(): Promise<void> {
    const turn = ++this.#turn;
    const { store } = this.sourced;
    if (store === null) {
      this.loaded = this.sourced.isExpected ? { status: 'loading' } : { status: 'unsourced' };
      return;
    }
    this.loaded = asking(this.loaded);
    try {
      const [definitions, agreement] = await Promise.all([store.definitions(), store.agreement()]);
      const locale = this.#locale();
      const format = createFormat({ locale, timeZone: agreement.timeZone });
      const known = { words: wordsOf(definitions), definitions, agreement, format, locale };
      const data = await this.ask(store, known);
      if (turn === this.#turn) this.loaded = { status: 'ready', data: { data, known } };
    } catch (reason) {
      if (turn === this.#turn) this.loaded = failed(this.loaded, reason);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('source') && this.hasUpdated) this.sourced.find();
    if (this.hasUpdated && this.asksBy.some((name) => changed.has(name))) void this.reload();
    const isEmpty = this.loaded.status === 'ready' && this.isEmpty(this.loaded.data.data);
    this.status = isEmpty ? 'empty' : this.loaded.status;
  }

  /** Opens a number of an answer: its definition and its leads. */
  protected open(number: OpenNumber, opener: HTMLElement): void {
    this.sourced.handle?.openNumber(number, opener);
  }

  protected override render(): TemplateResult {
    const { loaded } = this;
    const failure = loaded.status === 'stale' ? loaded.failure : null;
    const isAsking = loaded.status === 'stale' && failure === null;
    const isBusy = loaded.status === 'loading' || isAsking;
    return html`<section class="panel ${isAsking ? 'asking' : ''}" part="panel" aria-busy=${isBusy ? 'true' : 'false'}>
      ${failure === null ? nothing : this.#staleMark(failure)}
      <div class="content">${this.#content()}</div>
    </section>`;
  }

  #content(): unknown {
    const { loaded } = this;
    if (loaded.status === 'loading') return this.renderLoading();
    if (loaded.status === 'unsourced') return unsourcedNotice(this.isLine);
    if (loaded.status === 'error')
      return notice({ kind: 'error', ...loaded.failure, isLine: this.isLine, action: this.#retry });
    const { data, known } = loaded.data;
    return this.isEmpty(data) ? this.#emptyNotice() : this.renderReady(data, known);
  }

  #staleMark({ title, detail }: Failure): TemplateResult {
    return html`<div class="stale-mark" role="status">
      <span><b>Not up to date.</b> ${title}: ${detail}</span>
      <button class="link no-print" type="button" @click=${this.#retry.run}>${this.#retry.label}</button>
    </div>`;
  }

  #emptyNotice(): TemplateResult {
    if (isNarrowed(this.view))
      return notice({
        kind: 'empty',
        title: 'No lead matches this view',
        detail: 'Nothing lies within the filters and the period that are chosen.',
        action: {
          label: 'Show all leads',
          run: () => this.sourced.store?.setView({ from: null, to: null, filters: [] }),
        },
      });
    return notice({
      kind: 'empty',
      title: 'No leads yet',
      detail: html`The log holds no lead. Import an export of your CRM, with
        <code>npx sameteam import FILE.csv --guess</code>, and look again.`,
      action: { label: 'Look again', run: () => this.sourced.store?.refresh() },
    });
  }

  #locale(): string {
    const own = this.closest('[lang]')?.getAttribute('lang');
    return own || document.documentElement.lang || navigator.language;
  }
}

function unsourcedNotice(isLine: boolean): TemplateResult {
  return notice({
    kind: 'unsourced',
    isLine,
    title: 'No source of numbers',
    detail: html`This element asks nobody. Put it inside <code>&lt;st-source src="https://…"&gt;</code>, name one with
      <code>source="#id"</code>, or give that source a <code>client</code>.`,
  });
}
