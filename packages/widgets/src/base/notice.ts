import { html, nothing, type TemplateResult } from 'lit';

/** A message in the place of numbers. */
export interface Notice {
  readonly kind: 'empty' | 'error' | 'unsourced';
  readonly title: string;
  /** Why, and what to do. */
  readonly detail: unknown;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** As a few words of running text, for elements that are one line themselves. */
  readonly isLine?: boolean | undefined;
}

/** Shows a message in the place of numbers; assistive technology hears it when it comes. */
export function notice({ kind, title, detail, action, isLine = false }: Notice): TemplateResult {
  if (isLine)
    return html`<p class="notice-line ${kind}" role="status">
      <b>${title}.</b> ${detail}
      ${
        action === undefined
          ? nothing
          : html`<button class="link" type="button" @click=${action.run}>${action.label}</button>`
      }
    </p>`;
  return html`<div class="notice ${kind}" role="status">
    <strong>${title}</strong>
    <p>${detail}</p>
    ${
      action === undefined
        ? nothing
        : html`<button class="action" type="button" @click=${action.run}>${action.label}</button>`
    }
  </div>`;
}
