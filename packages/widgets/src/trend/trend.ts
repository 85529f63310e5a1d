import type { CalendarGrain } from '@sameteam/api/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { panelHead } from '../base/panel-head.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { sentenceStart } from '../format/value-label.ts';
import { periodText } from '../format/view-text.ts';
import { markKey } from '../marks/mark-key.ts';
import { markStyles } from '../marks/marks.styles.ts';
import type { Answer, SourceStore } from '../source/source-store.ts';
import { chartInk } from './chart-ink.ts';
import type { DrawnTrend, TrendChart } from './draw-trend.ts';
import { type Trend, trendData } from './trend.data.ts';
import { trendStyles } from './trend.styles.ts';
import { trendTable } from './trend-table.ts';

/**
 * A metric over time, by the period in which its leads were captured. The chart is loaded when the first one is on a
 * page; the same numbers always stand in a table, which everybody can switch to.
 *
 * @element st-trend
 * @attr metric - id of the metric
 * @attr grain - `day`, `week`, `month`, `quarter` or `year`
 * @attr source - `#id` of the source, where it does not lie around the element
 * @cssprop --st-chart-height - height of the drawing, 15rem unless told
 * @example
 * <st-source src=""><st-trend metric="lead_to_win_rate" grain="month"></st-trend></st-source>
 */
export class StTrend extends SourcedElement<Answer> {
  static override styles = [...baseStyles, markStyles, trendStyles];

  @property() metric = 'captured';
  @property() grain: CalendarGrain = 'month';
  @state() private isTable = false;
  /** The code of the chart did not come: the table stands in for it. */
  @state() private isUndrawable = false;

  protected readonly asksBy = ['metric', 'grain'];
  #chart: TrendChart | null = null;
  #canvas: HTMLCanvasElement | null = null;
  readonly #print = matchMedia('print');
  readonly #redraw = () => void this.#draw();

  protected ask(store: SourceStore): Promise<Answer> {
    return store.report({ metrics: [this.metric], grain: this.grain });
  }

  protected isEmpty({ rows }: Answer): boolean {
    return rows.every(({ value, denominator }) => (value ?? 0) === 0 && (denominator ?? 0) === 0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#print.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#print.removeEventListener('change', this.#redraw);
    this.#forgetChart();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    void this.#draw();
  }

  protected renderReady(answer: Answer, known: Known): TemplateResult {
    const trend = this.#trend(answer, known);
    const { format, words } = known;
    const label = words.metricLabel(this.metric);
    const isRead = !this.isTable && !this.isUndrawable;
    const anchor = (answer.rows[0]?.anchor ?? 'captured').replaceAll('_', ' ');
    const note = `By ${this.grain} in which the leads were ${anchor}, ${periodText(this.view, format)}, as of ${format.instant(answer.asOf)}.`;
    const table = trendTable({
      trend,
      label,
      period: sentenceStart(this.grain),
      format,
      open: isRead ? undefined : ({ row }, opener) => this.open({ row, request: answer.request }, opener),
    });
    return html`<div class="top">
        ${panelHead({ title: trend.title, note, level: this.level })} ${this.isUndrawable ? nothing : this.#switch()}
      </div>
      ${
        isRead
          ? html`<div class="drawing"><canvas role="img" aria-label=${`Chart. ${trend.title}. The table that follows has its numbers.`}></canvas>
              <span class="probe" @transitionrun=${this.#redraw}></span></div>
            <div class="unseen">${table}</div>`
          : html`<div class="reads" role="region" aria-label=${`${label}, table`} tabindex="0">${table}</div>`
      }
      ${markKey({
        interval: isRead && trend.points.some(({ row }) => row.low !== null) ? 'rate with 95 % interval' : undefined,
        isYoung: isRead && trend.kind === 'points' && trend.points.some(({ isYoung }) => isYoung),
        hatched:
          isRead && trend.kind === 'bars' && trend.points.some(({ isYoung }) => isYoung)
            ? `${this.grain} that is not over yet`
            : undefined,
      })}`;
  }

  #switch(): TemplateResult {
    const choice = (label: string, isTable: boolean) => html`<button
      type="button"
      aria-pressed=${this.isTable === isTable ? 'true' : 'false'}
      @click=${() => {
        this.isTable = isTable;
      }}
    >${label}</button>`;
    return html`<div class="switch no-print" role="group" aria-label="Shown as">${choice('Chart', false)}${choice('Table', true)}</div>`;
  }

  #trend(answer: Answer, { words, agreement, format, locale }: Known): Trend {
    return trendData(answer.rows, {
      grain: this.grain,
      label: words.metricLabel(this.metric),
      target: agreement.expected[this.metric] ?? null,
      asOf: answer.asOf,
      timeZone: agreement.timeZone,
      locale,
      format,
    });
  }

  async #draw(): Promise<void> {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas !== this.#canvas) this.#forgetChart();
    this.#canvas = canvas;
    if (canvas === null) return;
    const code = await import('./draw-trend.ts').catch(() => null);
    if (code === null) {
      this.isUndrawable = true;
      return;
    }
    const drawn = this.#drawn();
    if (canvas !== this.#canvas || drawn === null) return;
    if (this.#chart === null) this.#chart = code.drawTrend(canvas, drawn);
    else this.#chart.draw(drawn);
  }

  #drawn(): DrawnTrend | null {
    const { loaded } = this;
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe');
    if (probe === null || (loaded.status !== 'ready' && loaded.status !== 'stale')) return null;
    const { data: answer, known } = loaded.data;
    const { format } = known;
    const trend = this.#trend(answer, known);
    const like = answer.rows[0];
    const write = (value: number) => (like === undefined ? String(value) : format.text({ ...like, value }));
    return {
      trend,
      ink: chartInk(probe),
      text: ({ row, isYoung }) =>
        isYoung && row.projected !== null && row.value !== null
          ? `${format.value(row)?.number} → ${write(row.projected)}`
          : format.text(row),
      tick: (value) => (like?.unit === 'ratio' ? `${Number((value * 100).toFixed(1))}\u00a0%` : write(value)),
      targetText: trend.target === null ? '' : write(trend.target),
      detail: (at) => detail(trend, at, known),
      open: (at) => {
        const row = trend.points[at]?.row;
        if (row !== undefined)
          this.open({ row, request: answer.request }, this.renderRoot.querySelector('button') ?? this);
      },
    };
  }

  #forgetChart(): void {
    this.#chart?.destroy();
    this.#chart = null;
    this.#canvas = null;
  }

  protected renderLoading(): TemplateResult {
    return html`<div class="head">${skeleton('70%', '1.6rem')}<p class="note">${skeleton('50%')}</p></div>
      <div class="drawing">${skeleton('100%', '100%')}</div>`;
  }
}

function detail({ points }: Trend, at: number, { format }: Known): readonly string[] {
  const point = points[at];
  if (point === undefined) return [];
  const { row, isYoung } = point;
  const of =
    row.denominator === null || row.numerator === null
      ? ''
      : ` (${format.count(row.numerator)} of ${format.count(row.denominator)})`;
  const interval = format.interval(row);
  return [
    `${format.text(row)}${of}`,
    ...(interval === null ? [] : [`95 % interval ${interval}`]),
    ...(isYoung
      ? [
          row.projected === null
            ? 'not over yet'
            : `expected when all have had their time ${format.text({ ...row, value: row.projected })}`,
        ]
      : []),
  ];
}
