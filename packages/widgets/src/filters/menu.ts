import { html, svg, type TemplateResult } from 'lit';
import { cssVars } from '../marks/css-vars.ts';

/** A button that opens a box below it. */
export interface Menu {
  /** Unique within the element; letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** What is chosen, in words. */
  readonly chosen: string;
  readonly isSet: boolean;
  readonly content: unknown;
}

/** A button that says what is chosen, and opens a box to choose in. Escape and a click elsewhere close it. */
export function menu({ id, name, chosen, isSet, content }: Menu): TemplateResult {
  const anchor = { '--anchor': `--${id}` } as const;
  return html`<button class="action menu no-print ${isSet ? 'set' : ''}" type="button" popovertarget=${id} ${cssVars(anchor)}>
      <span class="name">${name}</span> <b>${chosen}</b>
      ${svg`<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1 3l4 4 4-4" /></svg>`}
    </button>
    <div id=${id} popover role="dialog" aria-label=${name} @beforetoggle=${place} @toggle=${giveFocusBack} ${cssVars(anchor)}>${content}</div>`;
}

/** Chromium 156 loses the focus when a popover in a shadow tree closes with the focus inside. */
function giveFocusBack(event: Event): void {
  const box = event.currentTarget as HTMLElement;
  const focused = (box.getRootNode() as ShadowRoot).activeElement;
  const isLost = focused === null || box.contains(focused);
  if ((event as ToggleEvent).newState === 'closed' && isLost) (box.previousElementSibling as HTMLElement).focus();
}

/** For browsers that cannot place a box by its anchor. */
function place(event: Event): void {
  if (CSS.supports('anchor-name: --a')) return;
  const box = event.currentTarget as HTMLElement;
  const button = box.previousElementSibling?.getBoundingClientRect();
  if (button === undefined) return;
  box.style.top = `${button.bottom + 4}px`;
  box.style.left = `${Math.max(8, Math.min(button.left, innerWidth - 392))}px`;
}
