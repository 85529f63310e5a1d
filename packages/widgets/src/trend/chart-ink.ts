import type { ColourName } from '../tokens/tokens.ts';

/** Colours and type as the canvas needs them: computed, since a canvas knows no custom properties. */
export interface ChartInk {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly data: string;
  readonly dataSoft: string;
  readonly signal: string;
  readonly surface: string;
  readonly font: string;
}

/** Reads the tokens in force at an element. `probe` lies inside the element and is not seen. */
export function chartInk(probe: HTMLElement): ChartInk {
  const colour = (name: ColourName) => {
    // Not `color`: that one is in a transition, and computes to what it was.
    probe.style.backgroundColor = `var(--_${name})`;
    return getComputedStyle(probe).backgroundColor;
  };
  return {
    ink: colour('ink'),
    muted: colour('ink-muted'),
    rule: colour('rule'),
    data: colour('data'),
    dataSoft: colour('data-soft'),
    signal: colour('signal'),
    surface: colour('paper'),
    font: getComputedStyle(probe).fontFamily,
  };
}
