const dayMs = 86_400_000;

/**
 * Number of a day as it is written, such as `2026-10-01`: 0 is 1970-01-01.
 * @returns `null` for what is not a day
 */
export function dayNumberOf(day: string): number | null {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / dayMs;
}
