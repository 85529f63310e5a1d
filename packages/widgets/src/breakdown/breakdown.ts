import type { ReportRow } from '@sameteam/api/client';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { panelHead } from '../base/panel-head.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { sentenceStart } from '../format/value-label.ts';
import { periodText } from '../format/view-text.ts';
import { markKey } from '../marks/mark-key.ts';
import { markStyles } from '../marks/marks.styles.ts';
import { missing } from '../marks/missing.ts';
import { numberButton } from '../number/number-button.ts';
import type { Answer, SourceStore } from '../source/source-store.ts';
import { selected, type Value, withToggled } from '../source/view.ts';
import {
  type BreakdownColumn,
  type BreakdownLine,
  type BreakdownOrder,
  breakdownData,
  byName,
} from './breakdown.data.ts';
import { breakdownStyles } from './breakdown.styles.ts';
import { breakdownDrawing } from './breakdown-drawing.ts';

/** Values with a row of their own; the others, smaller by the first metric, are folded into one. */
const mostValues = 200;

/** The rows by value, and the same metrics of all leads together. */
interface Answers {
  readonly rows: Answer;
  readonly totals: Answer;
}

/**
 * Several metrics by the values of a dimension: a table that can be scanned, with bars and intervals in it. A click
 * on a value filters the page by it; the table itself keeps all values, so that they can be compared.
 *
 * @element st-breakdown
 * @attr metrics - ids of metrics, separated by commas
 * @attr by - the dimension
 * @attr limit - rows that are shown at first, 20 unless told
 * @attr source - `#id` of the source, where it does not lie around the element
 * @cssprop --st-sticky-top - height of what sticks above the head of the table
 * @example
 * <st-source src="">
 *   <st-breakdown metrics="captured,won,lead_to_win_rate" by="source.channel"></st-breakdown>
 * </st-source>
 */
export class StBreakdown extends SourcedElement<Answers> {
  static override styles = [...baseStyles, markStyles, breakdownStyles];

  @property() metrics = 'captured,won,lead_to_win_rate';
  @property() by = 'source.channel';
  @property({ type: Number }) limit = 20;
  @state() private order: BreakdownOrder | null = null;
  @state() private isWhole = false;

  protected readonly asksBy = ['metrics', 'by'];

  get #metrics(): readonly string[] {
    return this.metrics.split(/[\s,]+/).filter((metric) => metric !== '');
  }

  protected async ask(store: SourceStore): Promise<Answers> {
    const question = { metrics: this.#metrics, unfiltered: [this.by] };
    const [rows, totals] = await Promise.all([
      store.report({ ...question, by: [this.by], top: mostValues }),
      store.report(question),
    ]);
    return { rows, totals };
  }

  protected isEmpty({ rows }: Answers): boolean {
    return rows.rows.length === 0;
  }

  protected renderReady({ rows, totals }: Answers, known: Known): TemplateResult {
    const { words, format, agreement } = known;
    const order = this.order ?? { by: this.#metrics[0] ?? byName, isAscending: false };
    const { columns, lines, title, gap } = breakdownData(rows.rows, {
      dimension: this.by,
      metrics: this.#metrics,
      totals: totals.rows,
      expected: agreement.expected,
      order,
      words,
      format,
    });
    const name = words.dimensionLabel(this.by);
    const picked = selected(this.view, this.by);
    const shown = this.isWhole ? lines : lines.slice(0, this.limit);
    const note = html`By ${name.toLocaleLowerCase()}, ${periodText(this.view, format)}, as of
      ${format.instant(rows.asOf)}. ${gap} ${picked.length > 0 ? `The choice of ${name.toLocaleLowerCase()} filters the page, not this table.` : nothing}`;
    return html`${panelHead({ title, note, level: this.level })}
      <div class="wide">
        <table>
          <thead>
            <tr>
              ${this.#heading({ by: byName, order, content: name })}
              ${columns.map((column) => this.#heading({ by: column.metric, order, content: column.label, column, known }))}
            </tr>
          </thead>
          <tbody>
            ${shown.map((line) => this.#line(line, { columns, picked, answer: rows, known }))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              ${columns.map((column) => html`<td>${column.total === null ? missing() : this.#cell(column.total, column, { text: 'all leads', answer: totals, known, isTotal: true })}</td>`)}
            </tr>
          </tfoot>
        </table>
      </div>
      ${this.#below(columns, lines)}`;
  }

  #heading(about: {
    by: string;
    order: BreakdownOrder;
    content: string;
    column?: BreakdownColumn;
    known?: Known;
  }): TemplateResult {
    const { by, order, content, column, known } = about;
    const isOwn = order.by === by;
    const sorted = isOwn ? (order.isAscending ? 'ascending' : 'descending') : 'none';
    const button = html`<button class="sort" type="button" @click=${() => this.#sort(by, order)}>
      ${content}${svg`<svg viewBox="0 0 8 8" aria-hidden="true"><path d="M0 1h8L4 7z" /></svg>`}
    </button>`;
    if (column === undefined || known === undefined)
      return html`<th scope="col" class="value" aria-sort=${sorted}>${button}</th>`;
    const like = column.total;
    return html`<th scope="col" aria-sort=${sorted}>
      <span class="axis">
        ${button}
        ${
          like === null || column.drawn === 'none'
            ? nothing
            : html`<span class="ends" aria-hidden="true"
              ><span>0</span><span>${column.drawn === 'range' ? `${Number((column.end * 100).toFixed(1))} %` : known.format.text({ ...like, value: column.end })}</span></span
            >`
        }
      </span>
    </th>`;
  }

  #sort(by: string, order: BreakdownOrder): void {
    this.order = { by, isAscending: order.by === by ? !order.isAscending : by === byName };
  }

  #line(
    line: BreakdownLine,
    around: { columns: readonly BreakdownColumn[]; picked: readonly Value[]; answer: Answer; known: Known },
  ): TemplateResult {
    const { columns, picked, answer, known } = around;
    const isPicked = !line.isFolded && picked.includes(line.value);
    const isQuiet = picked.length > 0 && !isPicked;
    return html`<tr class="${line.value === null ? 'none' : ''} ${isPicked ? 'selected' : ''}" data-value=${line.isFolded ? nothing : (line.value ?? '')}>
      <th scope="row" class="value">
        ${
          line.isFolded
            ? html`<span class="folded">${sentenceStart(line.label)}</span>`
            : html`<button class="pick" type="button" aria-pressed=${isPicked ? 'true' : 'false'} @click=${() => this.#pick(line.value)}>
          <svg class="box no-print" viewBox="0 0 12 12" aria-hidden="true">${isPicked ? svg`<path d="M2.5 6.2 5 8.7l4.5-5" />` : nothing}</svg>
          <span>${line.label}</span>
        </button>`
        }
      </th>
      ${columns.map((column, at) => {
        const row = line.cells[at] ?? null;
        return html`<td>${row === null ? missing() : this.#cell(row, column, { text: line.label, answer, known, isQuiet })}</td>`;
      })}
    </tr>`;
  }

  #cell(
    row: ReportRow,
    column: BreakdownColumn,
    about: { text: string; answer: Answer; known: Known; isQuiet?: boolean; isTotal?: boolean },
  ): TemplateResult {
    const { text, answer, known, isQuiet = false, isTotal = false } = about;
    const number = numberButton({
      row,
      format: known.format,
      label: `${column.label}, ${text}`,
      open: (opener) => this.open({ row, request: answer.request }, opener),
    });
    return html`<span class="cell">${number}${breakdownDrawing(row, column, { isQuiet, isTotal })}</span>`;
  }

  #pick(value: Value): void {
    this.sourced.store?.setView(withToggled(this.view, this.by, value));
  }

  #below(columns: readonly BreakdownColumn[], lines: readonly BreakdownLine[]): TemplateResult {
    const rates = columns.filter(({ drawn }) => drawn === 'range');
    const isYoung = lines.some(({ cells }) => cells.some((cell) => cell?.mature === false));
    return html`<div class="below">
      ${markKey({
        interval: rates.length > 0 ? 'rate with 95 % interval' : undefined,
        isYoung: rates.length > 0 && isYoung,
        hasTarget: rates.some(({ target }) => target !== null),
        reference: rates.length > 0 ? 'all leads together' : undefined,
      })}
      ${
        lines.length <= this.limit
          ? nothing
          : html`<button class="link no-print" type="button" @click=${() => {
              this.isWhole = !this.isWhole;
            }}>${this.isWhole ? `Show the first ${this.limit}` : `Show all ${lines.length}`}</button>`
      }
    </div>`;
  }

  protected renderLoading(): TemplateResult {
    return html`<div class="head">${skeleton('65%', '1.6rem')}<p class="note">${skeleton('55%')}</p></div>
      <table aria-hidden="true">
        <thead><tr><th class="value">${skeleton('40%')}</th>${this.#metrics.map(() => html`<th>${skeleton('50%')}</th>`)}</tr></thead>
        <tbody>
          ${Array.from({ length: 8 }, (_, at) => html`<tr><th class="value">${skeleton(`${80 - at * 6}%`, '1.5rem')}</th>${this.#metrics.map(() => html`<td>${skeleton(`${90 - at * 9}%`)}</td>`)}</tr>`)}
        </tbody>
      </table>`;
  }
}
