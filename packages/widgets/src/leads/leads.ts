import type { AgreementInfo, HistoryEvent, LeadRow, MetricExplanation } from '@sameteam/api/client';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { type Failure, failureOf } from '../base/load-state.ts';
import { notice } from '../base/notice.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Words, wordsOf } from '../base/words.ts';
import { createFormat, type Format } from '../format/create-format.ts';
import { sentenceStart } from '../format/value-label.ts';
import { markStyles } from '../marks/marks.styles.ts';
import { projectedText } from '../marks/projected.ts';
import { clauseText } from '../number/clause-text.ts';
import { numberText } from '../number/number-button.ts';
import { numberFacts } from '../number/number-facts.ts';
import type { OpenNumber } from '../source/source-context.ts';
import type { SourceStore } from '../source/source-store.ts';
import { leadHistoryStyles } from './lead-history.styles.ts';
import { leadHistory } from './lead-history.ts';
import { leadTable } from './lead-table.ts';
import { cellOf, explainRequest, type LeadPart, leadLine, leadParts, numberContext } from './leads.data.ts';
import { leadsStyles } from './leads.styles.ts';

const pageSize = 50;

/** The number that is open, with what is needed to write it. */
interface Opened {
  readonly number: OpenNumber;
  readonly store: SourceStore;
  readonly opener: HTMLElement;
  readonly words: Words;
  readonly format: Format;
  readonly agreement: AgreementInfo;
  /** By the version of the agreement that judges it; `null` until it is there, or where it could not be had. */
  readonly explanation: MetricExplanation | null;
}

/** The leads of one part, as far as they were asked for. */
interface Listed {
  readonly part: LeadPart['part'];
  readonly leads: readonly LeadRow[];
  readonly total: number | null;
  readonly next: string | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** One lead, with its events as soon as they are there. */
interface Told {
  readonly lead: string;
  readonly events: readonly HistoryEvent[] | null;
  readonly failure: Failure | null;
}

/**
 * What is behind a number: its definition, the leads of each of its parts, and the events of each lead, in a native
 * dialog. A source opens it; a page need not write it.
 *
 * @element st-leads
 * @example source.openNumber({ row, request }, button)
 */
export class StLeads extends LitElement {
  static override styles = [...baseStyles, markStyles, leadsStyles, leadHistoryStyles];

  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | null = null;
  @state() private opened: Opened | null = null;
  @state() private listed: Listed | null = null;
  @state() private told: Told | null = null;

  /** Opens the dialog on a number; focus returns to `opener` when it closes. */
  async show(
    number: OpenNumber,
    { store, opener }: { readonly store: SourceStore; readonly opener: HTMLElement },
  ): Promise<void> {
    const [definitions, agreement] = await Promise.all([store.definitions(), store.agreement()]);
    const locale = this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || navigator.language;
    const format = createFormat({ locale, timeZone: agreement.timeZone });
    this.opened = { number, store, opener, words: wordsOf(definitions), format, agreement, explanation: null };
    this.told = null;
    void this.#explain(number, store);
    void this.#list('numerator');
    await this.updateComplete;
    const dialog = this.#dialog();
    if (dialog?.open === false) dialog.showModal();
  }

  #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** What is known without it is shown without it: a failure takes nothing away. */
  async #explain(number: OpenNumber, store: SourceStore): Promise<void> {
    const explanation = await store.explain(explainRequest(number)).catch(() => null);
    if (this.opened?.number === number) this.opened = { ...this.opened, explanation };
  }

  /** Asks for the first leads of a part, or for more of them. */
  async #list(part: LeadPart['part'], after: Listed | null = null): Promise<void> {
    const { opened } = this;
    if (opened === null) return;
    const { number, store } = opened;
    const known = {
      part,
      leads: after?.leads ?? [],
      total: after?.total ?? null,
      next: after?.next ?? null,
      failure: null,
    };
    const asked: Listed = { ...known, isBusy: true };
    this.listed = asked;
    const page = { limit: pageSize, ...(after?.next ? { after: after.next } : {}) };
    const answer = await store
      .leads({ report: number.request, cell: cellOf(number.row, part), page })
      .then(
        (found): Listed => ({ ...found, part, leads: [...known.leads, ...found.leads], isBusy: false, failure: null }),
      )
      .catch((reason: unknown): Listed => ({ ...known, isBusy: false, failure: failureOf(reason) }));
    if (this.listed === asked) this.listed = answer;
  }

  async #tell(lead: string): Promise<void> {
    const { opened } = this;
    if (opened === null) return;
    const asked: Told = { lead, events: null, failure: null };
    this.told = asked;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.lead-title')?.focus();
    const answer = await opened.store
      .history(lead)
      .then(({ events }): Told => ({ lead, events, failure: null }))
      .catch((reason: unknown): Told => ({ lead, events: null, failure: failureOf(reason) }));
    if (this.told === asked) this.told = answer;
  }

  async #back(): Promise<void> {
    const lead = this.told?.lead;
    this.told = null;
    await this.updateComplete;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-lead]')];
    rows.find((row) => row.dataset.lead === lead)?.focus();
  }

  #closed(): void {
    const opener = this.opened?.opener;
    this.opened = null;
    this.listed = null;
    this.told = null;
    opener?.focus();
  }

  protected override render(): TemplateResult {
    const { opened } = this;
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.#closed()}
      @click=${(event: Event) => event.target === this.#dialog() && this.#dialog()?.close()}
    >
      ${opened === null ? nothing : html`<div class="sheet">${this.#head(opened)}${this.#body(opened)}</div>`}
    </dialog>`;
  }

  #head({ number, words, format }: Opened): TemplateResult {
    const { row } = number;
    const context = numberContext(number, words, format);
    return html`<div class="sheet-head">
      <div>
        <h2 id="heading" tabindex="-1" autofocus>${words.metricLabel(row.metric)}</h2>
        ${context.length === 0 ? nothing : html`<p class="context">${context.join(' · ')}</p>`}
      </div>
      <button class="action close" type="button" aria-label="Close" @click=${() => this.#dialog()?.close()}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M1.5 1.5l9 9m0-9l-9 9" /></svg>
      </button>
    </div>`;
  }

  #body(opened: Opened): TemplateResult {
    return this.told === null ? this.#number(opened) : this.#lead(this.told, opened);
  }

  #number({ number: { row }, words, format, agreement, explanation }: Opened): TemplateResult {
    const definition = words.metric(row.metric);
    return html`<div class="number-body">
      <p class="value">${numberText(row, format)} ${projectedText(row, format)}</p>
      <dl class="facts">
        ${numberFacts(row, { definition, words, explanation, currency: agreement.currency }, format).map(
          ({ term, text }) =>
            html`<div><dt>${term}</dt><dd>${term === 'Clause' ? clauseText(text, agreement) : text}</dd></div>`,
        )}
      </dl>
      ${this.#parts(leadParts(row, definition), format)}${this.#leads(format)}
    </div>`;
  }

  #parts(parts: readonly LeadPart[], format: Format): TemplateResult {
    return html`<div class="parts" role="group" aria-label="Leads behind the number">
      ${parts.map(
        ({ part, label, count }) => html`<button
          type="button"
          aria-pressed=${this.listed?.part === part ? 'true' : 'false'}
          @click=${() => void this.#list(part)}
        >
          <span>${sentenceStart(label)}</span> ${count === null ? nothing : html`<b>${format.count(count)}</b>`}
        </button>`,
      )}
    </div>`;
  }

  #leads(format: Format): TemplateResult | typeof nothing {
    const { listed } = this;
    if (listed === null) return nothing;
    const { leads, total, next, isBusy, failure, part } = listed;
    if (failure !== null)
      return notice({
        kind: 'error',
        ...failure,
        action: { label: 'Try again', run: () => void this.#list(part, leads.length > 0 ? listed : null) },
      });
    if (leads.length === 0 && !isBusy)
      return notice({ kind: 'empty', title: 'No leads here', detail: 'No lead belongs to this part of the number.' });
    return html`<div aria-busy=${isBusy ? 'true' : 'false'}>
      ${
        leads.length === 0
          ? html`<div class="waiting">${Array.from({ length: 8 }, () => skeleton('100%', '1.1rem'))}</div>`
          : leadTable({ lines: leads.map(leadLine), format, openLead: (lead) => void this.#tell(lead) })
      }
      <p class="more" role="status">
        ${total === null ? 'Looking for the leads…' : `${format.count(leads.length)} of ${format.count(total)} shown`}
      </p>
      ${
        next === null
          ? nothing
          : html`<button class="action" type="button" ?disabled=${isBusy} @click=${() => void this.#list(part, listed)}>
            Show ${pageSize} more
          </button>`
      }
    </div>`;
  }

  #lead({ lead, events, failure }: Told, { format }: Opened): TemplateResult {
    return html`<div class="lead-body">
      <button class="link" type="button" @click=${() => void this.#back()}>← All leads of this number</button>
      <h3 class="lead-title" tabindex="-1">${lead}</h3>
      ${
        failure !== null
          ? notice({ kind: 'error', ...failure, action: { label: 'Try again', run: () => void this.#tell(lead) } })
          : events === null
            ? html`<div class="waiting" aria-busy="true">${Array.from({ length: 5 }, () => skeleton('80%', '1.1rem'))}</div>`
            : leadHistory({ lead, events, format })
      }
    </div>`;
  }
}
