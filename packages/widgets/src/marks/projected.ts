import type { ReportRow } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';

/** After the number of a young cohort: where it is expected to stand when all of it have had their time. Nothing for a mature one. */
export function projectedText(row: ReportRow, format: Format): TemplateResult | typeof nothing {
  if (row.mature !== false) return nothing;
  if (row.projected === null) return html`<span class="projected">so far</span>`;
  const text = format.text({ ...row, value: row.projected });
  return html`<span class="projected"
    ><span class="unseen">so far, expected when all have had their time </span><span aria-hidden="true">→ </span>${text}</span
  >`;
}
