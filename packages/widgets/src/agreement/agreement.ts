import type { AgreementInfo, Health } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '../base/base.styles.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { logDays } from '../filters/filters.data.ts';
import { markStyles } from '../marks/marks.styles.ts';
import type { SourceStore } from '../source/source-store.ts';
import { agreementStyles } from './agreement.styles.ts';

/**
 * Which agreement judges the numbers, whether it is signed, and at which instant they stand.
 *
 * @element st-agreement
 * @attr level - level of the name among the headings of the page
 * @attr source - `#id` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><st-agreement level="1"></st-agreement></st-source>
 */
export class StAgreement extends SourcedElement<Health> {
  static override styles = [...baseStyles, markStyles, agreementStyles];

  protected override readonly isLine = true;
  protected readonly asksBy = [];

  protected ask(store: SourceStore): Promise<Health> {
    return store.health();
  }

  protected isEmpty(): boolean {
    return false;
  }

  protected renderReady(health: Health, { agreement, format }: Known): TemplateResult {
    const { first, last } = logDays(health, agreement.timeZone);
    return html`<div class="line">
      <div class="name">
        <span role="heading" aria-level=${this.level}>${this.#name(agreement)}</span>
        <span class="version">version ${agreement.version}</span>
        ${draftMark(agreement)}
      </div>
      <p class="when">
        As of <b>${format.instant(this.view.asOf ?? health.asOf)}</b> (${agreement.timeZone})${
          first === null || last === null
            ? nothing
            : html` · <span class="count">${format.count(health.events)} events,</span> ${format.day(first)} to ${format.day(last)}`
        }
      </p>
    </div>`;
  }

  /** Leads to the document that people read, where one is served. */
  #name({ name, document }: AgreementInfo): TemplateResult | string {
    return document === null ? name : html`<a href=${document} title="Read the agreement">${name}</a>`;
  }

  protected renderLoading(): TemplateResult {
    return html`<div class="line">${skeleton('14rem', '2rem')}${skeleton('16rem', '1.2rem')}</div>`;
  }
}

const marks = {
  draft: { text: 'Draft, not signed', why: 'The signatures that the agreement asks for are missing.' },
  signed: { text: 'Signed, not binding yet', why: 'Its first day has not come.' },
  unknown: { text: 'Draft', why: 'Nobody has looked here whether it is signed.' },
} as const;

function draftMark({ standing }: AgreementInfo): TemplateResult | typeof nothing {
  if (standing === 'binding' || standing === 'ended') return nothing;
  const { text, why } = marks[standing];
  return html`<span class="draft" title=${why}>${text}</span>`;
}
