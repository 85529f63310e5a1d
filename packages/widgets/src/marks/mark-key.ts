import { html, nothing, type TemplateResult } from 'lit';
import { bar } from './bar.ts';
import { range } from './range.ts';

/** Which marks a panel uses, and so has to explain. */
export interface MarkKey {
  /** What a dot with its interval says; absent where there is none. */
  readonly interval?: string | undefined;
  readonly isYoung?: boolean | undefined;
  /** What a hatched bar says; absent where there is none. */
  readonly hatched?: string | undefined;
  readonly hasTarget?: boolean | undefined;
  readonly isImplied?: boolean | undefined;
  /** What the thin line through all rows stands for. */
  readonly reference?: string | undefined;
}

/** Explains the marks of a panel; nothing where there are none. */
export function markKey({
  interval,
  isYoung,
  hatched,
  hasTarget,
  isImplied,
  reference,
}: MarkKey): TemplateResult | typeof nothing {
  const none = { at: null, low: null, high: null };
  const entries = [
    interval ? html`<li>${range({ at: 0.5, low: 0.1, high: 0.9 })}${interval}</li>` : null,
    isYoung
      ? html`<li>${range({ at: 0.3, low: 0, high: 0.7, isYoung, projected: 0.9 })}young cohort → expected when all have had their time</li>`
      : null,
    hatched ? html`<li>${bar({ share: 1, isYoung: true })}${hatched}</li>` : null,
    hasTarget ? html`<li>${range({ ...none, target: 0.5 })}agreed target</li>` : null,
    reference ? html`<li>${range({ ...none, reference: 0.5 })}${reference}</li>` : null,
    isImplied ? html`<li>${bar({ share: 1, implied: 1 })}implied: skipped, but a later stage was reached</li>` : null,
  ].filter((entry) => entry !== null);
  return entries.length === 0 ? nothing : html`<ul class="key">${entries}</ul>`;
}
