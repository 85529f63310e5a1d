import { type MetricKind, metricKind } from './metric-kind.ts';
import { camelCase, kebabCase, sentenceStart } from './names.ts';
import { type Stage, stageNames, stageWords } from './stage-words.ts';

/** A file that a generator writes. */
export interface GeneratedFile {
  /** From the root of the workspace. */
  readonly path: string;
  readonly text: string;
}

const folder = 'packages/metrics/src/metrics';

/**
 * The declaration of a metric and its test, as the house has them.
 * @throws GeneratorError for an id from which nothing can be told
 */
export function metricFiles(id: string): readonly GeneratedFile[] {
  const kind = metricKind(id);
  return [
    { path: `${folder}/${kebabCase(id)}.ts`, text: declaration(id, kind) },
    { path: `${folder}/${kebabCase(id)}.test.ts`, text: testOf(id, kind) },
  ];
}

interface Declaration {
  readonly doc: string;
  readonly label: string;
  readonly unit: 'leads' | 'ratio' | 'days';
  readonly direction: 'up' | 'down';
  readonly owner: string;
  readonly anchor: Stage;
  readonly measure: string;
  readonly formula: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly clause: string;
}

function declaration(id: string, kind: MetricKind): string {
  const { doc, measure, ...fields } = declarationOf(kind);
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  const { label, unit, direction, owner, anchor, ...words } = fields;
  return `import { defineMetric } from './define-metric.ts';

/** ${doc} */
export const ${camelCase(id)} = defineMetric({
  id: '${id}',
${Object.entries({ label, unit, direction, owner, anchor })
  .map(([key, value]) => `  ${key}: ${text(value)},\n`)
  .join('')}  measure: ${measure},
${Object.entries(words)
  .map(([key, value]) => field(key, text(value)))
  .join('')}});
`;
}

/** A field in the form of the house: a long text stands in a line of its own. */
function field(key: string, text: string): string {
  const line = `  ${key}: ${text},\n`;
  return line.length <= 121 ? line : `  ${key}:\n    ${text},\n`;
}

function declarationOf(kind: MetricKind): Declaration {
  switch (kind.kind) {
    case 'count': {
      const { short, reached, owner, clause } = stageWords[kind.stage];
      return {
        doc: `Leads that ${reached}, by the date of that event rather than of the capture (rule 8).`,
        label: `${sentenceStart(short)} in the period`,
        unit: 'leads',
        direction: 'up',
        owner,
        anchor: kind.stage,
        measure: `{ kind: 'count', stage: '${kind.stage}' }`,
        formula: `Leads that ${reached}, by the date of that event.`,
        numerator: `leads that ${reached}`,
        denominator: null,
        clause,
      };
    }
    case 'ratio': {
      const [from, to] = [stageWords[kind.from], stageWords[kind.to]];
      return {
        doc: `Share of the ${from.leads} that ${to.reached}: one cohort, anchored at the event of its denominator (rule 2).`,
        label: `${sentenceStart(from.short)} to ${to.short}`,
        unit: 'ratio',
        direction: 'up',
        owner: to.owner,
        anchor: kind.from,
        measure: `{ kind: 'ratio', from: '${kind.from}', to: '${kind.to}' }`,
        formula: `Of the ${from.leads}, the share that ${to.reached}.`,
        numerator: `${from.leads} that ${to.reached}`,
        denominator: from.leads,
        clause: `windows.${kind.from === 'captured' && kind.to === 'won' ? 'lead_to_win' : `${kind.from}_to_${kind.to}`}`,
      };
    }
    case 'within': {
      const { short, reached, owner, clause } = stageWords[kind.to];
      return {
        doc: `Share of the captured leads that ${reached} within ${kind.days} × 24 hours; impossible orders are taken out of both parts (rule 16).`,
        label: `${sentenceStart(short)} within ${kind.days} days`,
        unit: 'ratio',
        direction: 'up',
        owner,
        anchor: 'captured',
        measure: `{ kind: 'within', from: 'captured', to: '${kind.to}', limitDays: ${kind.days} }`,
        formula: `Of the captured leads, the share that ${reached} at most ${kind.days} times 24 hours after capture.`,
        numerator: `captured leads that ${reached} within ${kind.days} days`,
        denominator: 'captured leads, without those whose events are in an impossible order',
        clause,
      };
    }
    case 'duration': {
      const { short, reached, owner, clause } = stageWords[kind.to];
      const quantile = kind.quantile === 'median' ? 'median' : '90th percentile';
      return {
        doc: `${sentenceStart(quantile)} of the elapsed days from capture to ${short}; impossible orders are excluded, implied stages left out.`,
        label: `Days to ${short}, ${quantile}`,
        unit: 'days',
        direction: 'down',
        owner,
        anchor: 'captured',
        measure: `{ kind: 'duration', from: 'captured', to: '${kind.to}', p: ${kind.quantile === 'median' ? 0.5 : 0.9} }`,
        formula: `The ${quantile} of the days of 24 hours from capture until the leads ${reached}. ${kind.quantile === 'median' ? 'Half' : 'Nine of ten'} took no longer.`,
        numerator: null,
        denominator: `captured leads that ${reached}, with both events in order`,
        clause,
      };
    }
  }
}

/** Two or three leads whose number can be told by hand. */
function testOf(id: string, kind: MetricKind): string {
  const { says, leads, row, day } = caseOf(kind);
  const period = day === undefined ? '' : `, from: '${day}', to: '${day}'`;
  return `import { describe, expect, it } from 'vitest';
import { journey } from '../../test/support/journey.ts';
import { onEveryEngine } from '../../test/support/team.ts';

const log = [
${leads.map((lead) => `  ...${lead},\n`).join('')}];

describe('${id}', () => {
  onEveryEngine((open) => {
    it('${says}', async () => {
      const team = await open(log);
      const request = { metrics: ['${id}']${period} };
      expect(await team.table(request, 'anchor', 'value', 'numerator', 'denominator')).toEqual([[${row}]]);
    });
  });
});
`;
}

interface Case {
  readonly says: string;
  readonly leads: readonly string[];
  readonly row: string;
  /** The only day that is asked about; every day unless told. */
  readonly day?: string | undefined;
}

function caseOf(kind: MetricKind): Case {
  const captured = (name: string, stage: Stage, time: string, day = '2026-01-05') =>
    journeyOf(name, { captured: day, [stage]: time });
  switch (kind.kind) {
    case 'count':
      return {
        says: 'counts leads by the date of its own event',
        leads: [journeyOf('ann', upTo(kind.stage)), journeyOf('ben', upTo(kind.stage)), ...missing('cat', kind.stage)],
        row: `'${kind.stage}', 2, 2, null`,
        day: upTo(kind.stage)[kind.stage],
      };
    case 'ratio':
      return {
        says: 'is a share of one cohort',
        leads: [
          journeyOf('ann', { ...upTo(kind.from), [kind.to]: '2026-02-20' }),
          journeyOf('ben', upTo(kind.from)),
          ...missing('cat', kind.from),
        ],
        row: `'${kind.from}', 1 / 2, 1, 2`,
      };
    case 'within': {
      // Reports of the tests are made at the end of 2027.
      const day = kind.days > 365 ? '2000-01-05' : '2026-01-05';
      return {
        says: 'keeps who came at the last instant, and not who came a second later',
        leads: [
          captured('ann', kind.to, after(day, kind.days, 0), day),
          captured('ben', kind.to, after(day, kind.days, 1), day),
          journeyOf('cat', { captured: day }),
        ],
        row: `'captured', 1 / 3, 1, 3`,
      };
    }
    case 'duration':
      return {
        says: 'is taken over the leads that came so far',
        leads: [
          captured('ann', kind.to, '2026-01-06'),
          captured('ben', kind.to, '2026-01-09'),
          captured('cat', kind.to, '2026-01-15'),
          journeyOf('dan', { captured: '2026-01-05' }),
        ],
        // 1, 4 and 10 days; type 7 puts p90 at place 1.8: 4 + 0.8 × 6.
        row: `'captured', ${kind.quantile === 'median' ? 4 : 8.8}, null, 3`,
      };
  }
}

/** Each stage up to one, a day after the other. */
function upTo(stage: Stage): Readonly<Partial<Record<Stage, string>>> {
  const passed = stageNames.slice(0, stageNames.indexOf(stage) + 1);
  return Object.fromEntries(passed.map((it, index) => [it, `2026-01-${String(5 + index).padStart(2, '0')}`]));
}

/** A lead that stops before a stage, where there is one before. */
function missing(name: string, stage: Stage): readonly string[] {
  return stage === 'captured' ? [] : [journeyOf(name, { captured: '2026-01-05' })];
}

function journeyOf(name: string, times: Readonly<Partial<Record<Stage, string>>>): string {
  const fields = Object.entries(times).map(([stage, time]) => `${stage}: '${time}'`);
  return `journey('${name}', { ${fields.join(', ')} })`;
}

function after(day: string, days: number, seconds: number): string {
  const timeMs = Date.parse(day) + (days * 86_400 + seconds) * 1000;
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
