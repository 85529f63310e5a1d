/** One breach of a border: data first, the sentence is made from it. */
export interface Violation {
  readonly rule:
    | 'arrow'
    | 'deep-import'
    | 'leaves-package'
    | 'cycle'
    | 'undeclared'
    | 'effect'
    | 'page'
    | 'unknown-package';
  /** From the root of the workspace. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/**
 * The sentence that a developer reads: place, what, why, what to do.
 * @example
 * formatViolation({ rule: 'effect', file: 'packages/stats/src/mean.ts', line: 4, what: 'reads Date.now()', why: '…', remedy: '…' })
 * // 'packages/stats/src/mean.ts:4 reads Date.now(): … … [effect]'
 */
export function formatViolation(violation: Violation): string {
  const { file, line, what, why, remedy, rule } = violation;
  return `${file}:${line} ${what}: ${why}. ${remedy}. [${rule}]`;
}
