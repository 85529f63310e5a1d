import type { AgreementInfo, MetricDefinition } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { markStyles } from '../marks/marks.styles.ts';
import { clauseText } from '../number/clause-text.ts';
import { definitionsStyles } from './definitions.styles.ts';

/**
 * What the numbers on the page mean: formula and clause of each metric.
 *
 * @element st-definitions
 * @attr metrics - ids, separated by commas; absent for all
 * @attr source - `#id` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><st-definitions metrics="captured,lead_to_win_rate"></st-definitions></st-source>
 */
export class StDefinitions extends SourcedElement<null> {
  static override styles = [...baseStyles, markStyles, definitionsStyles];

  @property() metrics = '';

  protected override readonly isLine = true;
  protected readonly asksBy = [];

  protected ask(): Promise<null> {
    return Promise.resolve(null);
  }

  protected isEmpty(): boolean {
    return false;
  }

  protected renderReady(_data: null, { definitions, agreement }: Known): TemplateResult {
    const wanted = this.metrics.split(/[\s,]+/).filter((id) => id !== '');
    const shown = definitions.metrics.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
    return html`<dl>${shown.map((metric) => definition(metric, agreement))}</dl>`;
  }

  protected renderLoading(): TemplateResult {
    return html`<dl>${Array.from({ length: 6 }, () => html`<div>${skeleton('40%')}<br />${skeleton('90%')}</div>`)}</dl>`;
  }
}

function definition({ label, formula, clause }: MetricDefinition, agreement: AgreementInfo): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${formula} ${clause === null ? nothing : clauseText(clause, agreement)}</dd>
  </div>`;
}
