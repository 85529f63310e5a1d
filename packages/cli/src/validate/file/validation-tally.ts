import type { JudgedItem } from './judged-item.ts';

/** How many items have a code. */
export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

/** What a file came to so far: `accepted + duplicates + quarantined` is `read`. */
export class ValidationTally {
  read = 0;
  accepted = 0;
  duplicates = 0;
  quarantined = 0;
  readonly #codes = new Map<string, number>();

  add({ verdict, issues }: JudgedItem): void {
    this.read += 1;
    this[verdict === 'duplicate' ? 'duplicates' : verdict] += 1;
    if (issues.length === 0) return;
    for (const code of new Set(issues.map((issue) => issue.code)))
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
  }

  /** Items in quarantine by code, most first; an item with two codes counts in both. */
  codes(): readonly CodeCount[] {
    return [...this.#codes]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
