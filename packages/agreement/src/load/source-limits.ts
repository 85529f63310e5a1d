/** Limits that keep a hostile file from using up time or memory. */
export const sourceLimits = {
  /** Characters (UTF-16 units) of the text. */
  characters: 1_000_000,
  /** Levels of nesting. */
  depth: 64,
  /** Values once every alias is expanded. */
  values: 100_000,
} as const;
