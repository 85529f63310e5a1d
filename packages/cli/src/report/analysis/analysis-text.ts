import { type GridColumn, gridGap, gridLines, gridWidth } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import type { Style } from '../../terminal/style.ts';
import { wrapText } from '../../terminal/text-width.ts';
import { csvCell } from '../csv-cell.ts';
import { csvMoney } from '../csv-money.ts';
import type { FlatRow } from '../flatten-row.ts';
import type { Marks } from '../marks.ts';
import type { ReportFormat } from '../report-options.ts';
import type { Analysis, AnalysisTable } from './analysis.ts';

/** How an analysis is printed. */
export interface AnalysisTextOptions {
  readonly style: Style;
  readonly columns: number;
  readonly marks: Marks;
}

/** Widths of what is drawn, from the richest to none: the first with which all stands side by side. */
const drawings = [24, 16, 10, 0];

/** An analysis in one of the formats of a report. */
export function analysisText(analysis: Analysis, format: ReportFormat, options: AnalysisTextOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(analysis.rows, null, 2)}\n`;
    case 'csv':
      return csvText(analysis);
    case 'md':
      return markdown(analysis, options.marks);
    case 'table':
      return terminalText(analysis, options);
  }
}

function terminalText({ tables, answers, notes }: Analysis, { style, columns, marks }: AnalysisTextOptions): string {
  const width = columns - 1;
  const paragraph = (text: string) =>
    wrapText(plainText(text), width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
  const parts = [
    answers.flatMap(paragraph).join('\n'),
    ...tables.map((table) =>
      [
        ...(table.heading === null ? [] : [style.bold(table.heading)]),
        blocksOf(table, width, marks)
          .map((block) => gridLines(block, { head: style.bold, note: style.dim }).join('\n'))
          .join('\n\n'),
      ].join('\n'),
    ),
    notes.flatMap(paragraph).map(style.dim).join('\n'),
  ];
  return marks.text(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** Columns side by side as far as they fit, the others below them, each block with what names its lines. */
function blocksOf({ left, columns }: AnalysisTable, width: number, marks: Marks): readonly (readonly GridColumn[])[] {
  const room = width - gridWidth(left) - gridGap;
  const fitting = drawings.map((drawn) => columns(drawn, marks)).find((made) => gridWidth(made) <= room);
  if (fitting !== undefined) return [[...left, ...fitting]];
  const blocks: GridColumn[][] = [];
  for (const column of columns(0, marks)) {
    const block = blocks.at(-1);
    if (block !== undefined && gridWidth([...block, column]) <= room) block.push(column);
    else blocks.push([column]);
  }
  return blocks.map((block) => [...left, ...block]);
}

function markdown({ tables, answers, notes }: Analysis, marks: Marks): string {
  const parts = [
    ...answers.map(safe),
    ...tables.flatMap(({ heading, left, columns }) => [
      ...(heading === null ? [] : [`## ${safe(heading)}`]),
      markdownTable([...left, ...columns(0, marks)]),
    ]),
    notes.map((note) => `- ${safe(note)}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function markdownTable(columns: readonly GridColumn[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => safe(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  const rows = columns[0]?.mains.map((_, row) =>
    line(columns.map(({ mains, notes }) => [mains[row] ?? '', notes?.[row] ?? ''].filter((it) => it !== '').join(' '))),
  );
  return [
    line(columns.map(({ head }) => head)),
    `| ${columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ')} |`,
    ...(rows ?? []),
  ].join('\n');
}

function safe(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_<>[\]]/g, (character) => `\\${character}`);
}

/** Amounts are in whole units of their currency, unlike in JSON. */
function csvText({ rows, amounts = [] }: Analysis): string {
  const keys = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => keys.map((key) => cellOf(row, key)).join(','));
  return `${[keys.map(csvCell).join(','), ...lines].join('\n')}\n`;

  function cellOf(row: FlatRow, key: string): string {
    const value = row[key] ?? null;
    const { currency } = row;
    if (typeof value !== 'number' || typeof currency !== 'string' || !amounts.includes(key)) return csvCell(value);
    return csvMoney(value, currency);
  }
}
