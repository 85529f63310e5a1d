import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';
import { projectedText } from '../marks/projected.ts';
import { numberButton, numberText } from '../number/number-button.ts';
import type { Trend, TrendPoint } from './trend.data.ts';

/** What the table behind a chart needs. */
export interface TrendTable {
  readonly trend: Trend;
  readonly label: string;
  readonly period: string;
  readonly format: Format;
  /** Absent where the table is only read out: what cannot be seen must not take the focus. */
  readonly open?: ((point: TrendPoint, opener: HTMLElement) => void) | undefined;
}

/** The same numbers as the chart, as a table. */
export function trendTable({ trend, label, period, format, open }: TrendTable): TemplateResult {
  const { points } = trend;
  const hasBase = points.some(({ row }) => row.denominator !== null);
  const hasInterval = points.some(({ row }) => row.low !== null);
  return html`<table>
    <caption class="unseen">${label} by ${period}</caption>
    <thead>
      <tr>
        <th scope="col">${period}</th>
        <th scope="col" class="right">${label}</th>
        ${hasInterval ? html`<th scope="col" class="right">95 % interval</th>` : nothing}
        ${hasBase ? html`<th scope="col" class="right">Of leads</th>` : nothing}
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      ${points.map(
        (point) => html`<tr>
          <th scope="row">${point.label}</th>
          <td class="right">
            ${
              open === undefined
                ? numberText(point.row, format)
                : numberButton({
                    row: point.row,
                    format,
                    label: `${label}, ${point.label}`,
                    open: (opener) => open(point, opener),
                  })
            }
          </td>
          ${hasInterval ? html`<td class="right soft">${format.interval(point.row)}</td>` : nothing}
          ${hasBase ? html`<td class="right soft">${point.row.denominator === null ? nothing : format.count(point.row.denominator)}</td>` : nothing}
          <td class="soft">${state(point, format)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function state({ row, isYoung }: TrendPoint, format: Format): unknown {
  if (!isYoung) return nothing;
  return row.mature === false ? html`young ${projectedText(row, format)}` : 'not over yet';
}
