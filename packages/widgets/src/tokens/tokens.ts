/** A colour for light and one for dark surroundings. */
export interface ColourPair {
  readonly light: string;
  readonly dark: string;
}

/**
 * Every colour of the visual language. `docs/visual-language.md` says what each one is for; `tokens.test.ts` computes
 * contrast and the distances that colour-blind people see.
 */
export const colours = {
  paper: { light: '#fbfaf7', dark: '#121417' },
  surface: { light: '#ffffff', dark: '#181b1f' },
  sunken: { light: '#f3f1ec', dark: '#20242a' },
  ink: { light: '#1a1c1f', dark: '#ecedee' },
  'ink-soft': { light: '#474c54', dark: '#bcc1c9' },
  'ink-muted': { light: '#646a73', dark: '#979da7' },
  rule: { light: '#e5e2db', dark: '#2b3037' },
  edge: { light: '#868a91', dark: '#727984' },
  data: { light: '#2d5a9b', dark: '#86ade8' },
  'data-soft': { light: '#dbe4f1', dark: '#263650' },
  signal: { light: '#b0450d', dark: '#eb9a5e' },
  fault: { light: '#ad1f2d', dark: '#ff8b8b' },
  focus: { light: '#1f5fd0', dark: '#9cc1ff' },
} as const satisfies Readonly<Record<string, ColourPair>>;

/** The name of a colour of the visual language. */
export type ColourName = keyof typeof colours;

/** Type, spacing and shape. Sizes are in `rem`, so that they follow the reader's own text size. */
export const measures = {
  'font-text': 'Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif',
  'font-title': '"Source Serif 4", Charter, "Iowan Old Style", Georgia, serif',
  'text-xs': '0.75rem',
  'text-s': '0.8125rem',
  'text-m': '0.875rem',
  'text-l': '1.0625rem',
  'text-title': '1.3125rem',
  'text-figure': '2.125rem',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-6': '1.5rem',
  'space-8': '2rem',
  'space-12': '3rem',
  radius: '3px',
} as const;

/**
 * The tokens as declarations. Each one reads the public property `--st-NAME` first, so that a page can set it on any
 * ancestor, and falls back to the house's value.
 * @example tokenDeclarations() // '--_paper: var(--st-paper, light-dark(#fbfaf7, #121417)); …'
 */
export function tokenDeclarations(): string {
  const inks = Object.entries(colours).map(
    ([name, { light, dark }]) => `--_${name}: var(--st-${name}, light-dark(${light}, ${dark}));`,
  );
  const sizes = Object.entries(measures).map(([name, value]) => `--_${name}: var(--st-${name}, ${value});`);
  return [...inks, ...sizes].join('\n');
}

/** The same tokens as a style sheet of a page, under their public names. */
export function tokenSheet(): string {
  const inks = Object.entries(colours).map(
    ([name, { light, dark }]) => `  --st-${name}: light-dark(${light}, ${dark});`,
  );
  const sizes = Object.entries(measures).map(([name, value]) => `  --st-${name}: ${value};`);
  return `:root {\n${[...inks, ...sizes].join('\n')}\n}\n`;
}
