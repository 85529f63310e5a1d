import type { MetricWhere } from '../metric/own-metric.ts';
import { type FactDimension, factDimensions } from '../vocabulary/fact-dimensions.ts';
import { quoted } from './own-words.ts';
import { listed, type Phrase, phraseText, say } from './phrase.ts';

/** What a metric is limited to, as a part of a sentence; empty where it is not. */
export function wherePhrase(where: MetricWhere = {}): Phrase {
  const asked = Object.entries(where).map(([dimension, values]) => {
    const noun = factDimensions[dimension as FactDimension];
    const known = values.flatMap((value) => (value === null ? [] : [quoted(value)]));
    const missing = values.includes(null) ? ['missing'] : [];
    return say`the ${noun} is ${listed([...known, ...missing], 'or')}`;
  });
  return asked.length === 0 ? [] : say`counted only where ${listed(asked, 'and')}`;
}

/**
 * What a metric is limited to, as a part of a sentence.
 * @param where as an agreement declares it: by dimension, the values that count; `null` is a missing one
 * @returns an empty text where it is limited to nothing
 * @example whereInWords({ 'source.channel': ['partner', null] }) // 'counted only where the channel is “partner” or missing'
 */
export function whereInWords(where: MetricWhere): string {
  return phraseText(wherePhrase(where));
}
