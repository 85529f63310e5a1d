import { type GridColumn, gridLines } from '../terminal/grid.ts';
import { plainText } from '../terminal/plain-text.ts';
import type { Style } from '../terminal/style.ts';
import { wrapText } from '../terminal/text-width.ts';
import type { Marks } from './marks.ts';
import { metricRows } from './metric-rows.ts';
import { groupBlocks } from './report-columns.ts';
import { reportNotes } from './report-notes.ts';
import type { ReportSection } from './report-sections.ts';
import type { ReportView } from './report-view.ts';
import { metricsShown, type ShownSection, shownSections } from './shown-sections.ts';

/** How a report is set. */
export interface TableOptions {
  readonly style: Style;
  /** Width of the terminal. */
  readonly columns: number;
  readonly marks: Marks;
  /** Sections that it is cut into; absent for one table of what was asked for. */
  readonly sections?: readonly ReportSection[] | undefined;
  /** Sentences on this very report, before the notes that every one has. */
  readonly remarks?: readonly string[] | undefined;
}

const indent = 2;

/** From so many columns on, a section names its metrics as the command line does, too. */
const roomForIds = 110;

/**
 * A report for a person at a terminal: groups down, metrics across, with intervals, small bars and the notes without
 * which no number should be read. Metrics that do not fit side by side stand in a further block; without dimensions they
 * stand below each other.
 */
export function reportTable(view: ReportView, options: TableOptions): string {
  const { style, columns, marks, sections, remarks = [] } = options;
  const parts = sections === undefined ? null : shownSections(view, sections);
  const tables =
    parts === null ? blockTexts(view, options, columns - 1, false) : parts.map((shown) => sectionText(shown, options));
  const notes = [...remarks, ...reportNotes(view, { withDefinitions: parts === null, shown: metricsShown(parts) })]
    .flatMap((note) => hanging(note, columns - 1))
    .map(style.dim);
  return marks.text(`${[...tables, notes.join('\n')].filter((it) => it !== '').join('\n\n')}\n`);
}

/** A section: its heading, its tables, and what there is nothing of. */
function sectionText({ section, view, silent }: ShownSection, options: TableOptions): string {
  const { style, columns } = options;
  const width = columns - 1 - indent;
  const texts = view.metrics.length === 0 ? [] : blockTexts(view, options, width, columns >= roomForIds);
  const none = silent === null ? [] : [hanging(silent, width).map(style.dim).join('\n')];
  const body = [...texts, ...none].join('\n\n').split('\n');
  const indented = body.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`));
  return [style.bold(section.label), ...indented].join('\n');
}

function blockTexts(
  view: ReportView,
  { style, marks }: TableOptions,
  width: number,
  withIds: boolean,
): readonly string[] {
  const blocks: readonly (readonly GridColumn[])[] =
    view.dimensions.length === 0 ? [metricRows(view, { width, withIds, marks })] : groupBlocks(view, width, marks);
  return blocks.map((block) => gridLines(block, { head: style.bold, note: style.dim }).join('\n'));
}

/** Lines of a paragraph, the further ones under the first. */
function hanging(text: string, width: number): readonly string[] {
  return wrapText(plainText(text), width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}
