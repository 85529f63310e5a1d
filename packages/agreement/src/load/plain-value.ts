import { hasLoneSurrogate } from '@sameteam/model';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import { sourceLimits } from './source-limits.ts';

/**
 * Copies a value of JavaScript as JSON has it: keys whose value is `undefined` are left out. What JSON has no form
 * for, and what is too deep or contains itself, is told as findings.
 */
export function plainValue(given: unknown): { readonly value: unknown; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];

  function copy(value: unknown, path: readonly PathStep[]): unknown {
    if (path.length > sourceLimits.depth) {
      findings.push(finding('too-deep', { path }, { deepest: sourceLimits.depth }));
      return null;
    }
    if (typeof value === 'string' && hasLoneSurrogate(value)) {
      findings.push(finding('not-text', { path }, { what: 'half of a surrogate pair' }));
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return Object.fromEntries(entries.map(([key, entry]) => [key, copy(entry, [...path, key])]));
  }

  const value = copy(given, []);
  return { value, findings };
}
