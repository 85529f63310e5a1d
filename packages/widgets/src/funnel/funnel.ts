import type { ReportRow } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '../base/base.styles.ts';
import { panelHead } from '../base/panel-head.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { periodText } from '../format/view-text.ts';
import { bar } from '../marks/bar.ts';
import { markKey } from '../marks/mark-key.ts';
import { markStyles } from '../marks/marks.styles.ts';
import { projectedText } from '../marks/projected.ts';
import { range } from '../marks/range.ts';
import { numberButton } from '../number/number-button.ts';
import type { Answer, SourceStore } from '../source/source-store.ts';
import { type FunnelStage, funnelData, funnelQuestion } from './funnel.data.ts';
import { funnelStyles } from './funnel.styles.ts';

/**
 * The stages of leads, from captured to won: how many came how far, and which share of those before. Its base is a
 * table; bars are drawn in it.
 *
 * @element st-funnel
 * @attr source - `#id` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><st-funnel></st-funnel></st-source>
 */
export class StFunnel extends SourcedElement<Answer> {
  static override styles = [...baseStyles, markStyles, funnelStyles];

  protected readonly asksBy = [];

  protected ask(store: SourceStore, { definitions }: Known): Promise<Answer> {
    return store.report(funnelQuestion(definitions));
  }

  protected isEmpty({ rows }: Answer): boolean {
    return rows.every(({ unit, value }) => unit !== 'leads' || value === 0);
  }

  protected renderReady(answer: Answer, known: Known): TemplateResult {
    const { format } = known;
    // Roles are written out: in a narrow panel the table is laid out as a grid, which takes them away in some browsers.
    const { stages, title, hasImplied, hasYoung } = funnelData(answer.rows, known.definitions, format);
    const most = Math.max(1, ...stages.map(({ count }) => count.value ?? 0));
    const note = `Leads by date of capture, ${periodText(this.view, format)}, as of ${format.instant(answer.asOf)}. Each lead counts once, and stays in the denominator when it is lost.`;
    return html`${panelHead({ title, note, level: this.level })}
      <table role="table" class=${hasImplied ? 'with-implied' : ''}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">Stage</th>
            <th scope="col" role="columnheader">Leads</th>
            <th scope="col" role="columnheader">Of the stage before</th>
            <th scope="col" role="columnheader">Of captured</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${stages.map((stage, at) => this.#row(stage, { before: stages[at - 1], most, answer, known }))}
        </tbody>
      </table>
      ${markKey({
        interval: 'rate with 95 % interval, on a scale from 0 to 100 %',
        isYoung: hasYoung,
        isImplied: hasImplied,
        hasTarget: stages.some(({ step }) => this.#target(step, known) !== null),
      })}`;
  }

  #row(
    stage: FunnelStage,
    around: { before: FunnelStage | undefined; most: number; answer: Answer; known: Known },
  ): TemplateResult {
    const { before, most, answer, known } = around;
    const { count, step, whole, label } = stage;
    const value = count.value ?? 0;
    const number = (row: ReportRow, text: string) =>
      numberButton({
        row,
        format: known.format,
        label: text,
        open: (opener) => this.open({ row, request: answer.request }, opener),
      });
    return html`<tr role="row" data-stage=${stage.stage}>
      <th scope="row" role="rowheader">${label}</th>
      <td role="cell" class="leads">
        <span class="cell">
          ${number(count, `leads that reached ${label}`)}
          <span class="drawn">
            ${bar({
              share: value / most,
              before: before === undefined ? undefined : (before.count.value ?? 0) / most,
              implied: value === 0 ? 0 : count.implied / value,
            })}
            ${count.implied > 0 ? html`<span class="implied">${known.format.count(count.implied)} implied</span>` : nothing}
          </span>
        </span>
      </td>
      <td role="cell" class="step ${step === null ? 'none' : ''}">
        ${
          step === null
            ? nothing
            : html`<span class="cell">
              ${number(step, `of ${before?.label ?? 'the stage before'} reached ${label}`)}
              ${
                step.value === null
                  ? nothing
                  : range({
                      at: step.value,
                      low: step.low,
                      high: step.high,
                      isYoung: step.mature === false,
                      projected: step.projected,
                      target: this.#target(step, known),
                    })
              }
              <span class="hint" aria-hidden="true">of the stage before</span>
            </span>`
        }
      </td>
      <td role="cell" class="whole ${whole === null ? 'none' : ''}">
        ${
          whole === null
            ? nothing
            : html`<span class="cell">
              ${number(whole, `of captured reached ${label}`)}
              <span class="texts">
                <span class="hint" aria-hidden="true">of captured</span>
                <span class="interval">${known.format.interval(whole)}</span>
                ${projectedText(whole, known.format)}
              </span>
            </span>`
        }
      </td>
    </tr>`;
  }

  #target(row: ReportRow | null, { agreement }: Known): number | null {
    return row === null ? null : (agreement.expected[row.metric] ?? null);
  }

  protected renderLoading(): TemplateResult {
    return html`<div class="head">${skeleton('60%', '3.3rem')}<p class="note">${skeleton('75%')}</p></div>
      <table aria-hidden="true">
        <thead>
          <tr><th>Stage</th><th>Leads</th><th>Of the stage before</th><th>Of captured</th></tr>
        </thead>
        <tbody>
          ${[100, 60, 48, 36, 28, 20, 12].map(
            (share) => html`<tr>
              <th>${skeleton('70%')}</th>
              <td class="leads"><span class="cell">${skeleton('100%')}${skeleton(`${share}%`, '1.125rem')}</span></td>
              <td class="step">${skeleton('80%')}</td>
              <td class="whole">${skeleton('60%')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="key" aria-hidden="true">${skeleton('24rem')}</p>`;
  }
}
