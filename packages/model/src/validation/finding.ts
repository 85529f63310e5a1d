import { limits } from '../vocabulary/limits.ts';
import type { EventIssueCode } from './event-issue.ts';

/** Something that is wrong, before it is told: where it is becomes known on the way up. */
export interface Finding {
  readonly code: EventIssueCode;
  readonly value: unknown;
  readonly expected: string;
  readonly nearest: string | null;
  /** Keys from the value up to the event. */
  readonly path: (string | number)[];
  /** Whether the value must not be repeated. */
  isPersonal: boolean;
}

/** Says whether a value is as it should be, and adds what is not to the findings. */
export type Check = (value: unknown, findings: Finding[]) => boolean;

/** Adds a finding, up to the limit of what is told of one event. Always false. */
export function fail(
  findings: Finding[],
  code: EventIssueCode,
  value: unknown,
  expected: string,
  nearest: string | null = null,
  key?: string | number,
): false {
  if (findings.length < limits.issues) {
    findings.push({ code, value, expected, nearest, path: key === undefined ? [] : [key], isPersonal: false });
  }
  return false;
}

/** Tells the findings from `start` on that they lie below a key. */
export function addKey(findings: readonly Finding[], start: number, key: string | number): void {
  for (let index = start; index < findings.length; index++) findings[index]?.path.push(key);
}
