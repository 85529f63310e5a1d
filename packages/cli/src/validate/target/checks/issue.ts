import type { ItemIssue } from '@sameteam/api/client';
import type { Check } from '../conformance-promise.ts';
import { isRecord } from '../exchange.ts';
import { readAnswer } from './read-answer.ts';

/** What an issue must say, as far as it matters. */
export type WantedIssue = Pick<ItemIssue, 'code'> & Partial<Pick<ItemIssue, 'pointer' | 'nearest'>>;

/** An item is in quarantine, and one of its issues says this. */
export function issue(wanted: WantedIssue, { index = 0 }: { readonly index?: number } = {}): Check {
  return {
    expected: `item ${index} in quarantine with ${inWords(wanted)}`,
    found(exchange) {
      const answer = readAnswer(exchange);
      if (typeof answer === 'string') return answer;
      const item = answer.items[index];
      if (item === undefined) return `no item ${index}`;
      if (item.verdict !== 'quarantined') return `verdict ${String(item.verdict)}`;
      const issues: readonly unknown[] = Array.isArray(item.issues) ? item.issues : [];
      const found = issues.filter(isRecord);
      const isMeant = found.some((it) => Object.entries(wanted).every(([name, value]) => it[name] === value));
      if (isMeant) return null;
      return found.length === 0 ? 'quarantined without an issue' : found.map(inWords).join(' and ');
    },
  };
}

/** Of each issue of each item: a code, a place, what was found, what is expected, and a sentence. */
export const wholeIssues: Check = {
  expected: 'issues with code, pointer, found, expected, nearest and message',
  found(exchange) {
    const answer = readAnswer(exchange);
    if (typeof answer === 'string') return answer;
    for (const { index, issues } of answer.items) {
      if (!Array.isArray(issues)) return `item ${String(index)} without a list "issues"`;
      for (const it of issues) {
        const lacks = isRecord(it) ? lacking(it) : ['everything'];
        if (lacks.length > 0) return `an issue of item ${String(index)} without ${lacks.join(', ')}`;
      }
    }
    return null;
  },
};

function lacking(it: Readonly<Record<string, unknown>>): readonly string[] {
  const texts = ['code', 'pointer', 'found', 'expected', 'message'].filter((name) => typeof it[name] !== 'string');
  return it.nearest === null || typeof it.nearest === 'string' ? texts : [...texts, 'nearest'];
}

function inWords({ code, pointer, nearest }: Readonly<Record<string, unknown>>): string {
  const place = pointer === undefined ? '' : ` at ${JSON.stringify(pointer)}`;
  return `"${String(code)}"${place}${typeof nearest === 'string' ? `, nearest "${nearest}"` : ''}`;
}
