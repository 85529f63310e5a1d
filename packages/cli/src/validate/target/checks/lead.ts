import type { LeadAnswer } from '@sameteam/api/client';
import type { Check } from '../conformance-promise.ts';
import { answerInWords, isRecord } from '../exchange.ts';

/** The verdict on a flat lead, and the lead that it became, where it was taken. */
export function leadVerdict(wanted: LeadAnswer['verdict'], id?: string): Check {
  return {
    expected: `the verdict ${wanted}${id === undefined ? '' : ` for "${id}"`}`,
    found(exchange) {
      const { json } = exchange;
      if (!isRecord(json) || json.verdict !== wanted) return answerInWords(exchange);
      if (typeof json.message !== 'string') return `${answerInWords(exchange)}, without a message`;
      if (wanted === 'refused') return null;
      if (typeof json.lead !== 'string' || !json.lead.startsWith('lead/')) return `lead ${JSON.stringify(json.lead)}`;
      return id === undefined || json.id === id ? null : `id ${JSON.stringify(json.id)}`;
    },
  };
}

/** A duplicate names the earlier lead that it repeats. */
export function earlier(id: string): Check {
  return {
    expected: `"earlier" with id "${id}"`,
    found({ json }) {
      const found = isRecord(json) ? json.earlier : undefined;
      return isRecord(found) && found.id === id && typeof found.lead === 'string'
        ? null
        : `earlier ${JSON.stringify(found ?? null)}`;
    },
  };
}

/** A refused lead names the field, by the name under which it was sent. */
export function fieldIssue(field: string, nearest?: string): Check {
  return {
    expected: `an issue of the field "${field}"${nearest === undefined ? '' : `, nearest "${nearest}"`}`,
    found({ json }) {
      const issues: readonly unknown[] = isRecord(json) && Array.isArray(json.issues) ? json.issues : [];
      const found = issues.filter(isRecord);
      const isMeant = found.some(
        (it) =>
          it.field === field && typeof it.message === 'string' && (nearest === undefined || it.nearest === nearest),
      );
      return isMeant ? null : `issues of ${found.map((it) => JSON.stringify(it.field)).join(', ') || 'no field'}`;
    },
  };
}
