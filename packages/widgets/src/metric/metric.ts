import type { ReportRow } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { markStyles } from '../marks/marks.styles.ts';
import { projectedText } from '../marks/projected.ts';
import { range } from '../marks/range.ts';
import { scaleEnd } from '../marks/scale-end.ts';
import { clauseText } from '../number/clause-text.ts';
import { numberButton } from '../number/number-button.ts';
import type { Answer, SourceStore } from '../source/source-store.ts';
import { metricCaption } from './metric.data.ts';
import { metricStyles } from './metric.styles.ts';

/**
 * One number, with all that it must not be shown without: interval, of how many, maturity, target and clause.
 *
 * @element st-metric
 * @attr metric - id of the metric, such as `lead_to_win_rate`
 * @attr label - stands in for the metric's own label
 * @attr source - `#id` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><st-metric metric="lead_to_win_rate"></st-metric></st-source>
 */
export class StMetric extends SourcedElement<Answer> {
  static override styles = [...baseStyles, markStyles, metricStyles];

  @property() metric = 'captured';
  @property() label: string | null = null;

  protected override readonly isLine = true;
  protected readonly asksBy = ['metric'];

  protected ask(store: SourceStore): Promise<Answer> {
    return store.report({ metrics: [this.metric] });
  }

  /** A number that does not exist is shown as such, with the reason. */
  protected isEmpty(): boolean {
    return false;
  }

  protected renderReady(answer: Answer, known: Known): TemplateResult {
    const [row] = answer.rows;
    const definition = known.words.metric(this.metric);
    const clause = row?.clause ?? definition?.clause;
    const label = this.label ?? known.words.metricLabel(this.metric);
    if (row === undefined) return html`<p class="label">${label}</p><p class="caption">The service sent no number.</p>`;
    return html`<p class="label">${label}</p>
      <div class="big">
        ${numberButton({
          row,
          format: known.format,
          label,
          open: (opener) => this.open({ row, request: answer.request }, opener),
        })}
        ${projectedText(row, known.format)}
      </div>
      ${this.#spread(row, known)}
      <p class="caption">${metricCaption(row, definition, known.format)}</p>
      ${clause ? clauseText(clause, known.agreement) : nothing}`;
  }

  #spread(row: ReportRow, { agreement, format }: Known): TemplateResult | typeof nothing {
    const interval = format.interval(row);
    const target = agreement.expected[row.metric] ?? null;
    if (row.value === null || (interval === null && target === null)) return nothing;
    const end = scaleEnd([row.value, row.high, row.projected, target]);
    const share = (value: number | null) => (value === null ? null : value / end);
    return html`<div class="spread">
      ${range({
        at: share(row.value),
        low: share(row.low),
        high: share(row.high),
        isYoung: row.mature === false,
        projected: share(row.projected),
        target: share(target),
      })}
      ${interval === null ? nothing : html`<span>${interval}</span>`}
      ${target === null ? nothing : html`<span class="target">target ${format.text({ ...row, value: target })}</span>`}
    </div>`;
  }

  protected renderLoading(): TemplateResult {
    return html`<p class="label">${skeleton('60%', '1.1rem')}</p>
      <div class="big">${skeleton('45%', '2.25rem')}</div>
      <div class="spread">${skeleton('100%', '0.5rem')}</div>
      <p class="caption">${skeleton('70%', '1.1rem')}</p>
      <p class="clause">${skeleton('50%', '1rem')}</p>`;
  }
}
