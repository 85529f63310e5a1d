import type { LeadRow } from '@sameteam/api/client';
import { stages } from '@sameteam/model';
import { type GridColumn, gridLines, gridWidth } from '../terminal/grid.ts';
import { plainText } from '../terminal/plain-text.ts';
import type { Style } from '../terminal/style.ts';
import { cutText } from '../terminal/text-width.ts';
import { nothing } from './cell-text.ts';
import { csvCell } from './csv-cell.ts';
import type { Marks } from './marks.ts';

/** Widths of values that can be cut, from the widest on. */
const longestValues = [28, 20, 14, 10];

/** What is told of a lead in a table. What identifies it, days and stages are never cut. */
const columns: readonly {
  readonly head: string;
  readonly of: (lead: LeadRow) => string | null;
  readonly isCut?: true;
}[] = [
  { head: 'Lead', of: ({ lead }) => lead },
  { head: 'Captured', of: (lead) => dayOf(lead.stages.captured) },
  { head: 'Stage', of: (lead) => lastStage(lead) },
  { head: 'Since', of: (lead) => dayOf(lead.stages[lastStage(lead) ?? '']) },
  { head: 'Channel', of: ({ source }) => source.channel, isCut: true },
  { head: 'Owner', of: ({ owner }) => owner, isCut: true },
  { head: 'Readiness', of: ({ readiness }) => readiness, isCut: true },
  { head: 'Segment', of: ({ segment }) => segment, isCut: true },
];

/** Leads for a person at a terminal: long values are cut, and columns that do not fit are left out from the right. */
export function leadsTable(
  leads: readonly LeadRow[],
  { style, columns: width, marks }: { readonly style: Style; readonly columns: number; readonly marks: Marks },
): string {
  if (leads.length === 0) return '';
  for (const longest of longestValues) {
    const grid = gridOf(leads, longest);
    if (gridWidth(grid) <= width - 1) return textOf(grid);
  }
  const grid = [...gridOf(leads, longestValues.at(-1) ?? 1)];
  while (grid.length > 2 && gridWidth(grid) > width - 1) grid.pop();
  return textOf(grid);

  function textOf(grid: readonly GridColumn[]): string {
    return marks.text(`${gridLines(grid, { head: style.bold, note: style.dim }).join('\n')}\n`);
  }
}

/** Columns without any value are left out. */
function gridOf(leads: readonly LeadRow[], longest: number): readonly GridColumn[] {
  return columns.flatMap(({ head, of, isCut }): GridColumn[] => {
    const values = leads.map(of);
    if (values.every((value) => value === null)) return [];
    const mains = values.map((value) => {
      const text = value === null ? nothing : plainText(value);
      return isCut ? cutText(text, longest) : text;
    });
    return [{ head, align: 'left', mains }];
  });
}

/** Leads as a Markdown table. */
export function leadsMarkdown(leads: readonly LeadRow[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]|]/g, (found) => `\\${found}`)).join(' | ')} |`;
  const body = leads.map((lead) => line(columns.map(({ of }) => of(lead) ?? nothing)));
  return `${[line(columns.map(({ head }) => head)), `| ${columns.map(() => '---').join(' | ')} |`, ...body].join('\n')}\n`;
}

/** Leads as comma-separated values: source, state and the instant of each stage. */
export function leadsCsv(leads: readonly LeadRow[]): string {
  const head = [
    'lead',
    'source.channel',
    'source.medium',
    'source.campaign',
    'source.landingPage',
    'source.motion',
    'segment',
    'owner',
    'readiness',
    ...stages,
    'implied',
    'impossibleOrder',
  ];
  const lines = leads.map(({ lead, source, segment, owner, readiness, stages: reached, implied, impossibleOrder }) => [
    lead,
    source.channel,
    source.medium,
    source.campaign,
    source.landingPage,
    source.motion,
    segment,
    owner,
    readiness,
    ...stages.map((stage) => reached[stage] ?? null),
    implied.length === 0 ? null : implied.join(' '),
    impossibleOrder,
  ]);
  return `${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`;
}

function lastStage({ stages: reached }: LeadRow): string | null {
  return stages.findLast((stage) => (reached[stage] ?? null) !== null) ?? null;
}

function dayOf(instant: string | null | undefined): string | null {
  return instant?.slice(0, 10) ?? null;
}
