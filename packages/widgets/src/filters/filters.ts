import type { DimensionValues, Health } from '@sameteam/api/client';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { periodText, valuesText } from '../format/view-text.ts';
import { markStyles } from '../marks/marks.styles.ts';
import type { SourceStore } from '../source/source-store.ts';
import { isNarrowed, selected, type ViewFilter, withSelected, withToggled } from '../source/view.ts';
import { readView, writeView } from '../source/view-query.ts';
import { dimensionMenu } from './dimension-menu.ts';
import { isWorthFiltering } from './filters.data.ts';
import { filtersStyles } from './filters.styles.ts';
import { periodMenu } from './period-menu.ts';

/** What the filters offer, and how many leads are left. */
interface Offered {
  readonly dimensions: readonly DimensionValues[];
  readonly health: Health;
  /** Leads of the view; `null` where the service has no count of leads captured. */
  readonly leads: number | null;
}

/**
 * Chooses the period and the values of dimensions for all elements of a source. The choice stands in the address of
 * the page, so that a view can be shared; so does what other elements filter by, which can be taken away here.
 *
 * @element st-filters
 * @attr dimensions - ids, separated by commas; one without values is not offered
 * @attr address - `off` leaves the address of the page alone: for a page with parameters of its own named `from`, `to`
 *   or as a dimension
 * @attr source - `#id` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><st-filters dimensions="source.channel,current.owner"></st-filters></st-source>
 */
export class StFilters extends SourcedElement<Offered> {
  static override styles = [...baseStyles, markStyles, filtersStyles];

  @property() dimensions = 'source.channel';
  @property() address: 'on' | 'off' = 'on';
  @state() private typed: Readonly<Record<string, string>> = {};

  protected override readonly isLine = true;
  protected readonly asksBy = ['dimensions'];
  #read: SourceStore | null = null;

  get #dimensions(): readonly string[] {
    return this.dimensions.split(/[\s,]+/).filter((id) => id !== '');
  }

  override async reload(): Promise<void> {
    void this.#followAddress();
    await super.reload();
  }

  /**
   * The address speaks first, once for each source; from then on it follows the view. What in it is a dimension, the
   * service says: an element of the page may filter by one that has no menu here. The other elements wait for the same
   * definitions and something more, so that they ask when the address has spoken.
   */
  async #followAddress(): Promise<void> {
    const { store } = this.sourced;
    if (store === null || this.address === 'off') return;
    const definitions = await store.definitions().catch(() => null);
    if (definitions === null || this.sourced.store !== store) return;
    const dimensions = definitions.dimensions.filter(({ kind }) => kind !== 'calendar').map(({ id }) => id);
    const query = new URLSearchParams(location.search);
    if (this.#read !== store) {
      this.#read = store;
      const view = readView(query, dimensions);
      if (view !== null) store.setView(view);
    }
    const written = writeView(store.view, query, dimensions).toString();
    if (written !== query.toString())
      history.replaceState(
        history.state,
        '',
        `${location.pathname}${written === '' ? '' : `?${written}`}${location.hash}`,
      );
  }

  protected async ask(store: SourceStore, { definitions }: Known): Promise<Offered> {
    const captured = definitions.metrics.find(
      ({ measure }) => measure.kind === 'count' && measure.stage === 'captured',
    );
    const [health, report, dimensions] = await Promise.all([
      store.health(),
      captured === undefined ? null : store.report({ metrics: [captured.id] }),
      Promise.all(this.#dimensions.map((id) => store.values(id))),
    ]);
    return { health, leads: report?.rows[0]?.value ?? null, dimensions };
  }

  /** The other elements say that there is nothing. */
  protected isEmpty(): boolean {
    return false;
  }

  protected renderReady(offered: Offered, known: Known): TemplateResult {
    const { words, format } = known;
    const { filters } = this.view;
    const menus = offered.dimensions.filter(({ values }) => isWorthFiltering(values));
    const others = filters.filter((filter) => menus.every(({ dimension }) => dimension !== filter.dimension));
    const printed = [
      periodText(this.view, format),
      ...filters.map(({ dimension, in: values }) => `${words.dimensionLabel(dimension)}: ${valuesText(values, 20)}`),
    ];
    return html`<div class="bar-of-filters no-print" role="group" aria-label="Filters">
        ${periodMenu({ health: offered.health, view: this.view, known, choose: (period) => this.#set(period) })}
        ${menus.map((values) => this.#dimension(values, known))} ${others.map((filter) => this.#other(filter, known))}
        ${
          isNarrowed(this.view)
            ? html`<button class="link" type="button" @click=${() => this.#set({ from: null, to: null, filters: [] })}>Show all</button>`
            : nothing
        }
        ${this.#count(offered, known)}
      </div>
      <p class="printed">${printed.join(' · ')}</p>`;
  }

  #count({ leads, health }: Offered, { format }: Known): TemplateResult {
    if (leads === null) return html`<p class="count">${format.count(health.leads)} leads</p>`;
    const isPart = leads !== health.leads;
    return html`<p class="count" role="status">
      <b>${format.count(leads)}</b>${isPart ? ` of ${format.count(health.leads)}` : nothing} leads
    </p>`;
  }

  #dimension(values: DimensionValues, { words, format }: Known): TemplateResult {
    const { dimension } = values;
    return dimensionMenu({
      values,
      name: words.dimensionLabel(dimension),
      isAtAnchor: words.dimension(dimension)?.kind === 'anchor',
      picked: selected(this.view, dimension),
      typed: this.typed[dimension] ?? '',
      format,
      find: (typed) => {
        this.typed = { ...this.typed, [dimension]: typed };
      },
      toggle: (value) => this.#set(withToggled(this.view, dimension, value)),
      clear: () => this.#set(withSelected(this.view, dimension, [])),
    });
  }

  /** A filter that has no menu here: what it is, and a way to take it away. */
  #other({ dimension, in: values }: ViewFilter, { words }: Known): TemplateResult {
    const remove = () => {
      // The button goes with the filter: the focus stays in the bar.
      this.renderRoot.querySelector<HTMLElement>('.menu')?.focus();
      this.#set(withSelected(this.view, dimension, []));
    };
    return html`<button class="action chip no-print" type="button" @click=${remove}>
      <span class="name">${words.dimensionLabel(dimension)}</span> <b>${valuesText(values)}</b>
      ${svg`<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 1.5l7 7m0-7l-7 7" /></svg>`}
      <span class="unseen">Remove this filter</span>
    </button>`;
  }

  #set(change: Parameters<SourceStore['setView']>[0]): void {
    this.sourced.store?.setView(change);
  }

  protected renderLoading(): TemplateResult {
    return html`<div class="bar-of-filters">${['period', ...this.#dimensions].map(() => skeleton('7.5rem', '1.875rem'))}</div>`;
  }
}
