import { behindText } from './behind-text.ts';
import { cellText, nothing } from './cell-text.ts';
import { reportNotes } from './report-notes.ts';
import type { ReportSection } from './report-sections.ts';
import type { ReportView } from './report-view.ts';
import { metricsShown, type ShownSection, shownSections } from './shown-sections.ts';

/** How a report is set. */
export interface MarkdownOptions {
  readonly sections?: readonly ReportSection[] | undefined;
  readonly remarks?: readonly string[] | undefined;
}

/**
 * A report as Markdown: a table, or one below a heading for each section, with the notes that belong below it as a list.
 */
export function reportMarkdown(view: ReportView, { sections, remarks = [] }: MarkdownOptions = {}): string {
  const parts = sections === undefined ? null : shownSections(view, sections);
  const tables = parts === null ? [table(view)] : parts.map(sectionText);
  const notes = [...remarks, ...reportNotes(view, { withDefinitions: parts === null, shown: metricsShown(parts) })];
  return `${tables.join('\n\n')}\n\n${notes.map((note) => `- ${textOf(note)}`).join('\n')}\n`;
}

function sectionText({ section, view, silent }: ShownSection): string {
  const parts = [
    `## ${textOf(section.label)}`,
    ...(view.metrics.length === 0 ? [] : [view.dimensions.length === 0 ? list(view) : table(view)]),
    ...(silent === null ? [] : [textOf(silent)]),
  ];
  return parts.join('\n\n');
}

/** Groups down, metrics across. */
function table({ dimensions, metrics, groups }: ReportView): string {
  const head = [...dimensions.map((it) => it.label), ...metrics.map((it) => it.label)];
  const rule = [...dimensions.map(() => '---'), ...metrics.map(() => '---:')];
  const body = groups.map((group) => [
    ...group.labels.map((value) => value ?? nothing),
    ...metrics.map((metric) => cellOfRow(group.rowOf(metric.id))),
  ]);
  return rowsOf(head, rule, body);
}

/** Without dimensions: metrics below each other. */
function list(view: ReportView): string {
  const body = view.metrics.map((metric) => {
    const row = view.groups[0]?.rowOf(metric.id);
    return [metric.label, cellOfRow(row), behindText(row, metric, view)];
  });
  return rowsOf(['Metric', 'Value', 'Made of'], ['---', '---:', '---'], body);
}

function cellOfRow(row: Parameters<typeof cellText>[0]): string {
  const { main, note } = cellText(row);
  return note === '' ? main : `${main} ${note}`;
}

function rowsOf(head: readonly string[], rule: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n');
}

/** A line break would end the table, and a bar the cell. */
function cellOf(text: string): string {
  return textOf(text).replace(/\|/g, '\\|');
}

function textOf(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_<>[\]]/g, (character) => `\\${character}`);
}
