/** @example kebabCase('sal_to_won_rate') // 'sal-to-won-rate' */
export function kebabCase(id: string): string {
  return id.replace(/_/g, '-');
}

/** @example camelCase('days_to_won_p90') // 'daysToWonP90' */
export function camelCase(id: string): string {
  return id.replace(/[_-]+(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** @example pascalCase('goal-list') // 'GoalList' */
export function pascalCase(id: string): string {
  const name = camelCase(id);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @example sentenceStart('days to won') // 'Days to won' */
export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
