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

/** A column of a table of leads. What identifies a lead, days and stages are never cut. */
interface Column {
  readonly head: string;
  readonly of: (lead: LeadRow) => string | null;
  readonly isCut?: true;
}

const lead: Column = { head: 'Lead', of: (row) => row.lead };
const captured: Column = { head: 'Captured', of: (row) => dayOf(row.stages.captured) };
/** The furthest stage that it ever came to: a lead that was lost, or given back, stands elsewhere now. */
const stage: Column = { head: 'Reached', of: (row) => lastStage(row) };
const since: Column = { head: 'Since', of: (row) => dayOf(row.stages[lastStage(row) ?? '']) };
const channel: Column = { head: 'Channel', of: ({ source }) => source.channel, isCut: true };
const owner: Column = { head: 'Owner', of: (row) => row.owner, isCut: true };
const readiness: Column = { head: 'Readiness', of: (row) => row.readiness, isCut: true };
const segment: Column = { head: 'Segment', of: (row) => row.segment, isCut: true };

const usual = [lead, captured, stage, since, channel, owner, readiness, segment];

/** Behind a number of the SLA: when it was due, and when it was done. */
const ofEntries = [
  lead,
  { head: 'Due (UTC)', of: (row: LeadRow) => minuteOf(lastEntry(row)?.dueAt) },
  { head: 'Done (UTC)', of: (row: LeadRow) => minuteOf(lastEntry(row)?.satisfiedAt) },
  owner,
  { head: 'Clause', of: clauseOf },
  stage,
  channel,
  captured,
];

function columnsOf(leads: readonly LeadRow[]): readonly Column[] {
  return leads.some(({ entries }) => entries !== undefined) ? ofEntries : usual;
}

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
  return columnsOf(leads).flatMap(({ head, of, isCut }): GridColumn[] => {
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
  const columns = columnsOf(leads);
  const body = leads.map((row) => line(columns.map(({ of }) => of(row) ?? nothing)));
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
  const withEntries = leads.some(({ entries }) => entries !== undefined);
  if (withEntries) head.push('slaClause', 'slaDue', 'slaSatisfied');
  const lines = leads.map((row) => [...cellsOf(row), ...(withEntries ? entryCells(row) : [])]);
  return `${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`;
}

type Cell = string | boolean | null;

function cellsOf(row: LeadRow): readonly Cell[] {
  const { source, stages: reached, implied, impossibleOrder } = row;
  return [
    row.lead,
    source.channel,
    source.medium,
    source.campaign,
    source.landingPage,
    source.motion,
    row.segment,
    row.owner,
    row.readiness,
    ...stages.map((id) => reached[id] ?? null),
    implied.length === 0 ? null : implied.join(' '),
    impossibleOrder,
  ];
}

/** Of a lead with several clauses the one that was due last; `--json` has all. */
function entryCells(row: LeadRow): readonly Cell[] {
  const entry = lastEntry(row);
  return [entry?.clause ?? null, entry?.dueAt ?? null, entry?.satisfiedAt ?? null];
}

function lastEntry({ entries }: LeadRow) {
  return entries?.at(-1);
}

/** Its clause, and how many more there are. */
function clauseOf(row: LeadRow): string | null {
  const entry = lastEntry(row);
  const more = (row.entries?.length ?? 0) - 1;
  return entry === undefined ? null : more > 0 ? `${entry.clause} (+${more})` : entry.clause;
}

/** `2026-07-09 17:00`, in UTC as every instant here. */
function minuteOf(instant: string | null | undefined): string | null {
  return instant == null ? null : `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}

function lastStage({ stages: reached }: LeadRow): string | null {
  return stages.findLast((id) => (reached[id] ?? null) !== null) ?? null;
}

function dayOf(instant: string | null | undefined): string | null {
  return instant?.slice(0, 10) ?? null;
}
