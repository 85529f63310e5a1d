import { unsigned } from './unsigned.ts';

/**
 * All rules of lint. A new rule is a file, its test, its page in docs/lint, a fixture with the fault, and a line here.
 * @example lintRules.map(({ code }) => code).includes('black-hole') // true
 */
export const lintRules = [unsigned] as const;

/** Codes that lint gives. */
export type LintCode = (typeof lintRules)[number]['code'];
