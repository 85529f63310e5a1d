import { cellText, nothing } from './cell-text.ts';
import { reportNotes } from './report-notes.ts';
import type { ReportView } from './report-view.ts';

/** A report as a Markdown table, with the notes that belong below it as a list. */
export function reportMarkdown(view: ReportView): string {
  const { dimensions, metrics, groups } = view;
  const head = [...dimensions.map((it) => it.label), ...metrics.map((it) => it.label)];
  const rule = [...dimensions.map(() => '---'), ...metrics.map(() => '---:')];
  const body = groups.map((group) => [
    ...group.values.map((value) => value ?? nothing),
    ...metrics.map((metric) => {
      const { main, note } = cellText(group.rowOf(metric.id));
      return note === '' ? main : `${main} ${note}`;
    }),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  const notes = reportNotes(view).map((note) => `- ${textOf(note)}`);
  return `${[line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n')}\n\n${notes.join('\n')}\n`;
}

/** A line break would end the table, and a bar the cell. */
function cellOf(text: string): string {
  return textOf(text).replace(/\|/g, '\\|');
}

function textOf(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_<>[\]]/g, (character) => `\\${character}`);
}
