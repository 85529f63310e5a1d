import type { DimensionValues } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';
import { valueLabel } from '../format/value-label.ts';
import { valuesText } from '../format/view-text.ts';
import type { Value } from '../source/view.ts';
import { matching } from './filters.data.ts';
import { menu } from './menu.ts';

/** Shorter lists are read faster than they are searched. */
const searchableFrom = 12;

/** What the menu of a dimension needs. */
export interface DimensionMenu {
  readonly values: DimensionValues;
  readonly name: string;
  /**
   * Whether each number reads the dimension at its own event: an owner when the lead was captured, an owner when it was
   * won. The leads that have a value now are then not those that a number will hold, and are not told.
   */
  readonly isAtAnchor: boolean;
  readonly picked: readonly Value[];
  /** What was typed to find a value. */
  readonly typed: string;
  readonly format: Format;
  readonly find: (typed: string) => void;
  readonly toggle: (value: Value) => void;
  readonly clear: () => void;
}

/** Chooses values of a dimension; the missing one is last and apart. */
export function dimensionMenu(about: DimensionMenu): TemplateResult {
  const { values, name, isAtAnchor, picked, typed, format, find, toggle, clear } = about;
  const shown = [...matching(values.values, typed, valueLabel)].sort(
    (a, b) => Number(a.value === null) - Number(b.value === null),
  );
  return menu({
    id: `d-${values.dimension.replace(/\W/g, '-')}`,
    name,
    chosen: picked.length === 0 ? 'all' : valuesText(picked),
    isSet: picked.length > 0,
    content: html`${
      values.values.length < searchableFrom
        ? nothing
        : html`<input
            type="search"
            placeholder="Find a value"
            aria-label=${`Find a value of ${name}`}
            .value=${typed}
            @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
          />`
    }
      <fieldset>
        <legend>
          ${isAtAnchor ? `${name} at the event by which each number is placed in time` : `${name}, with all leads of the log`}
        </legend>
        ${shown.map(
          ({ value, leads }) => html`<label class="option ${value === null ? 'none' : ''}">
            <input type="checkbox" .checked=${picked.includes(value)} @change=${() => toggle(value)} />
            <span>${valueLabel(value)}</span>
            ${isAtAnchor ? nothing : html`<span class="leads">${format.count(leads)}</span>`}
          </label>`,
        )}
        ${shown.length === 0 ? html`<p class="note">No value of ${name} holds “${typed}”.</p>` : nothing}
      </fieldset>
      ${values.more ? html`<p class="note">Values with fewer leads are not listed.</p>` : nothing}
      ${
        picked.length === 0
          ? nothing
          : html`<div class="foot"><button class="link" type="button" @click=${clear}>Select all</button></div>`
      }`,
  });
}
