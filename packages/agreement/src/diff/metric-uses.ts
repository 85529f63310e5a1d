import type { Json } from '../effective/merge-patch.ts';
import { readableName } from '../words/readable-name.ts';
import { namePlaces } from './map-names.ts';
import { addressSteps } from './places.ts';

/** What rests on a metric of an agreement's own: other such metrics, and all that names one of them. */
export function metricUses(document: Json, name: string): readonly string[] {
  const places = namePlaces(document).filter(({ kind, role }) => kind === 'metric' && role === 'referred');
  const metrics = new Set([name]);
  const uses: string[] = [];
  for (const metric of metrics) {
    for (const { path } of places.filter((place) => place.name === metric)) {
      const [section = '', of = ''] = addressSteps(document, path);
      if (section === 'metrics') metrics.add(of);
      uses.push(useOf(section, of));
    }
  }
  return [...new Set(uses)];
}

function useOf(section: string, name: string): string {
  const own = `“${readableName(name)}”`;
  switch (section) {
    case 'metrics':
      return `the metric ${own}`;
    case 'goals':
      return `the goal ${own}`;
    case 'sla':
      return `the SLA ${own}`;
    case 'compensation':
      return `the bonus of ${readableName(name)}`;
    case 'plan':
      return `the plan for ${own}`;
    case 'overrides':
      return `what is different for the segment ${own}`;
    default:
      return 'the index';
  }
}
