import type { LeadAnswer } from '@sameteam/api';

/**
 * What became of a flat lead, in a sentence or two.
 * @example leadSentence({ verdict: 'accepted', id: '7', lead: 'lead/web:7', earlier: null, issues: [], hints: [] }) // 'Accepted as lead/web:7.'
 */
export function leadSentence({ verdict, lead, earlier, issues, hints }: Omit<LeadAnswer, 'message'>): string {
  const said = verdict === 'refused' ? issues : hints;
  const more = said.map(({ message }) => ` ${message}`).join('');
  switch (verdict) {
    case 'accepted':
      return `Accepted as ${lead}.${more}`;
    case 'duplicate':
      return `A duplicate of ${earlier?.lead ?? lead}${earlier === null ? '' : `, which came on ${earlier.recordedAt}`}: nothing has changed.${more}`;
    case 'refused':
      return `Refused.${more}`;
  }
}
