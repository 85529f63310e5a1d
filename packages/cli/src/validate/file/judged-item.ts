import type { FileIssue } from './file-issue.ts';

/** What became of an item: the facts that `--json` prints. */
export interface JudgedItem {
  /** From 0. */
  readonly index: number;
  /** The line on which it starts; the first one is 1. */
  readonly line: number;
  readonly verdict: 'accepted' | 'duplicate' | 'quarantined';
  readonly source: string | null;
  readonly id: string | null;
  readonly subject: string | null;
  readonly type: string | null;
  /** Of a duplicate, what it repeats: `line 3`, `item 3` or `the database`; `null` for others. */
  readonly earlier: string | null;
  /** Why it is in quarantine; empty otherwise. */
  readonly issues: readonly FileIssue[];
}

/** What is longer is no id, and is not repeated. */
const longest = 2048;

/** The verdict on an item, with as much of what it calls itself as could be read. */
export function judgedItem(
  {
    index,
    line,
    value,
    source,
  }: { readonly index: number; readonly line: number; readonly value: unknown; readonly source?: string },
  verdict: JudgedItem['verdict'],
  issues: readonly FileIssue[],
  earlier: string | null = null,
): JudgedItem {
  const event = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return {
    index,
    line,
    verdict,
    source: textOf(event.source) ?? source ?? null,
    id: textOf(event.id),
    subject: textOf(event.subject),
    type: textOf(event.type),
    earlier,
    issues,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= longest ? value : null;
}
