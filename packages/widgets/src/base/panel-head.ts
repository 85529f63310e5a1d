import { html, nothing, type TemplateResult } from 'lit';

/** The finding and what it is about. */
export interface PanelHead {
  /** A sentence that states the finding. */
  readonly title: string;
  /** What is shown, and on which ground. */
  readonly note?: unknown;
  /** Level of the heading, 1 to 6. */
  readonly level: number;
}

/** The head of a panel: the finding as its title, and under it what is shown. */
export function panelHead({ title, note, level }: PanelHead): TemplateResult {
  return html`<header class="head">
    <div class="title" role="heading" aria-level=${level}>${title}</div>
    ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
  </header>`;
}
