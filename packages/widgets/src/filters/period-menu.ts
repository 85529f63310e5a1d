import type { Health } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Known } from '../base/sourced-element.ts';
import { periodText } from '../format/view-text.ts';
import type { View } from '../source/view.ts';
import { dayIn, isChosen, logDays, periodChoices } from './filters.data.ts';
import { menu } from './menu.ts';

/** What the menu of periods needs. */
export interface PeriodMenu {
  readonly health: Health;
  readonly view: View;
  readonly known: Known;
  readonly choose: (period: Partial<Pick<View, 'from' | 'to'>>) => void;
}

/** Chooses when leads were captured: a period that the log has, or any two days. */
export function periodMenu({ health, view, known, choose }: PeriodMenu): TemplateResult {
  const { agreement, format } = known;
  const today = dayIn(agreement.timeZone, view.asOf ?? health.asOf);
  const choices = periodChoices(today, logDays(health, agreement.timeZone));
  const chosen = choices.find((choice) => isChosen(choice, view));
  const day = (name: 'from' | 'to', label: string) => html`<label
    >${label}<input
      type="date"
      .value=${view[name] ?? ''}
      min=${(name === 'to' ? view.from : null) ?? nothing}
      max=${(name === 'from' ? view.to : null) ?? nothing}
      @change=${(event: Event) => choose({ [name]: (event.target as HTMLInputElement).value || null })}
  /></label>`;
  return menu({
    id: 'period',
    name: 'Captured',
    chosen: chosen?.label ?? periodText(view, format),
    isSet: view.from !== null || view.to !== null,
    content: html`<fieldset>
        <legend>Leads captured, days in ${agreement.timeZone}</legend>
        ${choices.map(
          (choice) => html`<label class="option">
            <input
              type="radio"
              name="period"
              .checked=${choice === chosen}
              @change=${() => choose({ from: choice.from, to: choice.to })}
            />
            <span>${choice.label}</span>
            <span class="leads">${choice.from === null ? nothing : periodText(choice, format)}</span>
          </label>`,
        )}
      </fieldset>
      <div class="days">${day('from', 'From')}${day('to', 'To, included')}</div>`,
  });
}
