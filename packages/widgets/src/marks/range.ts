import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from './css-vars.ts';

/** A value with its interval on a scale. All positions are shares of the width, 0 to 1. */
export interface Range {
  /** `null` draws no dot: for a key, or where only the target is known. */
  readonly at: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Hollow dot and dashed interval. */
  readonly isYoung?: boolean | undefined;
  /** Where a young cohort is expected to stand when all of it have had their time. */
  readonly projected?: number | null | undefined;
  /** What both teams agreed on. */
  readonly target?: number | null | undefined;
  /** The value of all rows together. */
  readonly reference?: number | null | undefined;
  readonly isQuiet?: boolean | undefined;
}

/** Draws a dot with its interval. Numbers stand beside it, so it is silent for assistive technology. */
export function range(about: Range): TemplateResult {
  const { at, low, high, isYoung = false, projected = null, target = null, reference = null, isQuiet = false } = about;
  const mark = (name: string, place: number | null) =>
    place === null ? nothing : html`<span class="range-${name}" ${cssVars({ '--at': clamped(place) })}></span>`;
  return html`<span class="range ${isYoung ? 'young' : ''} ${isQuiet ? 'quiet' : ''}" aria-hidden="true">
    ${mark('reference', reference)}${
      low === null || high === null
        ? nothing
        : html`<span class="range-interval" ${cssVars({ '--low': clamped(low), '--high': clamped(high) })}></span>`
    }${mark('target', target)}${mark('projected', projected)}${mark('dot', at)}
  </span>`;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
