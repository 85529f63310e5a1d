/** Bands of employees, each from its first number on. */
const bands = [
  [5000, '5000+'],
  [1000, '1000-4999'],
  [250, '250-999'],
  [50, '50-249'],
  [10, '10-49'],
  [1, '1-9'],
] as const;

/**
 * The band of a number of employees.
 * @returns `null` where none is known; a company of 0 people is one of which nobody knows
 * @example companySize(420) // '250-999'
 */
export function companySize(employees: number | null): string | null {
  if (employees === null) return null;
  for (const [from, band] of bands) if (employees >= from) return band;
  return null;
}
