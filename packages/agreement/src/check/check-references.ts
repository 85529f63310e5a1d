import { nearestName } from '@sameteam/model';
import type { Declared } from '../issue/agreement-issue-params.ts';
import { type Finding, finding } from '../issue/finding.ts';
import { ownMetricIds } from '../metric/own-metric.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { type Reference, referencesOf } from './references-of.ts';

/**
 * Finds names that nothing in the document declares.
 * @param options.metrics ids of the metrics that exist; when absent, metrics are not checked
 */
export function checkReferences(
  document: AgreementDocument,
  options: { readonly metrics?: readonly string[] },
): readonly Finding[] {
  const declared: Readonly<Record<Exclude<Declared, 'answer' | 'metric'>, readonly string[]>> = {
    team: Object.keys(document.teams),
    program: Object.keys(document.programs),
    readiness: Object.keys(document.readiness),
    segment: document.segments.map(({ id }) => id),
    list: Object.keys(document.lists),
    calendar: ['default', ...Object.keys(document.calendars)],
    sla: Object.keys(document.sla),
    question: document.questions.map(({ id }) => id),
    'hand-off': Object.keys(document.handOffs),
    reason: Object.keys(document.reasons),
    pipeline: Object.keys(document.pipelines),
  };
  const known = (reference: Reference): readonly string[] | null => {
    switch (reference.kind) {
      case 'metric':
        return options.metrics === undefined ? null : [...options.metrics, ...ownMetricIds(document)];
      case 'answer': {
        const question = document.questions.find(({ id }) => id === reference.question);
        return question === undefined ? null : Object.keys(question.answers);
      }
      default:
        return declared[reference.kind];
    }
  };
  return referencesOf(document).flatMap((reference) => {
    const names = known(reference);
    return names === null || names.includes(reference.name) ? [] : [undeclared(reference, names)];
  });
}

function undeclared(reference: Reference, known: readonly string[]): Finding {
  const { kind, name, path, atKey = false } = reference;
  const params = { name, nearest: nearestName(name, known), known };
  // Lists are filled and metrics are made outside of the document, which can be written before they are there.
  if (kind === 'list' || kind === 'metric') {
    return finding(`${kind}-undefined`, { path, atKey, severity: 'warning' }, params);
  }
  return finding(`${kind}-undefined`, { path, atKey }, params);
}
