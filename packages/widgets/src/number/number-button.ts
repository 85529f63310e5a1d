import { html, nothing, type TemplateResult } from 'lit';
import type { Format, ValueLike } from '../format/create-format.ts';
import { missing } from '../marks/missing.ts';

/** A number that can be opened. */
export interface NumberButton {
  readonly row: ValueLike;
  readonly format: Format;
  /** What the number is of, for those who do not see its row and column. */
  readonly label: string;
  readonly open: (opener: HTMLElement) => void;
}

/** The number with its unit set lighter, as a button that opens its definition and its leads. */
export function numberButton({ row, format, label, open }: NumberButton): TemplateResult {
  const isMissing = row.value === null;
  return html`<button
    class="number"
    type="button"
    aria-haspopup="dialog"
    aria-label=${`${isMissing ? 'No value' : format.text(row)}, ${label}. Definition and leads`}
    @click=${(event: Event) => open(event.currentTarget as HTMLElement)}
  >${numberText(row, format)}</button>`;
}

/** The number with its unit set lighter; an em dash where there is none. */
export function numberText(row: ValueLike, format: Format): TemplateResult {
  const value = format.value(row);
  if (value === null) return missing();
  // A plain space: what is copied out of the page is "10.5 %"; styles keep it on one line.
  return html`<span class="figure">${value.number}${value.unit === '' ? nothing : html`<span class="unit"> ${value.unit}</span>`}</span>`;
}
