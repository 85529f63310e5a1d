import { html, type TemplateResult } from 'lit';
import { cssVars } from './css-vars.ts';

/** A horizontal bar from zero, inside its cell. Numbers stand beside it, so it is silent for assistive technology. */
export interface Bar {
  /** Share of the full width, 0 to 1. */
  readonly share: number;
  /** Share that went before, drawn faintly behind: what was lost on the way. */
  readonly before?: number | undefined;
  /** Share of the bar itself that is implied by a later stage: drawn as an outline only. */
  readonly implied?: number | undefined;
  /** The cohort is not complete yet: hatched. */
  readonly isYoung?: boolean | undefined;
  /** Stands back, since others are selected. */
  readonly isQuiet?: boolean | undefined;
}

/** Draws a bar. */
export function bar({ share, before = 0, implied = 0, isYoung = false, isQuiet = false }: Bar): TemplateResult {
  return html`<span
    class="bar ${isYoung ? 'young' : ''} ${isQuiet ? 'quiet' : ''}"
    aria-hidden="true"
    ${cssVars({ '--share': share, '--before': before, '--implied': implied })}
    ><span class="bar-before"></span><span class="bar-own"></span><span class="bar-implied"></span
  ></span>`;
}
