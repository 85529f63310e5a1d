import type { LeadPage, ReportRow } from '@sameteam/api/client';
import type { MetricExplanation } from '@sameteam/service';
import { plainText } from '../terminal/plain-text.ts';
import type { Style } from '../terminal/style.ts';
import { textWidth, wrapText } from '../terminal/text-width.ts';
import { cellText } from './cell-text.ts';
import { instantText } from './judged-by-text.ts';
import { leadsMarkdown, leadsTable } from './leads-text.ts';
import type { LeadsPage } from './leads-wanted.ts';
import type { Marks } from './marks.ts';
import { pageSentence } from './run-leads.ts';

/** Leads behind a number that is explained. */
export type ExplainedLeads = LeadPage & Pick<LeadsPage, 'part'>;

/** All that an explanation prints. */
export interface ExplainText {
  readonly explanation: MetricExplanation;
  readonly leads: ExplainedLeads | null;
  /** As it is named on the command line; `null` where there is none. */
  readonly db: string | null;
  readonly asOf: string | null;
  readonly currency: string;
  /** Options of the number, which every further command needs. */
  readonly same: string;
}

/** One heading and what stands below it. */
interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Clauses that are read out; of a section with more, the others are counted. */
const mostClauses = 12;

/** An explanation for a person at a terminal. */
export function explainTable(
  text: ExplainText,
  { style, columns, marks }: { readonly style: Style; readonly columns: number; readonly marks: Marks },
): string {
  const { explanation, leads } = text;
  const width = Math.min(columns, 100) - 1;
  const paragraph = (line: string) =>
    wrapText(plainText(line), width - 4).map((it, index) => (index === 0 ? `  ${it}` : `    ${it}`));
  const parts = partsOf(text).map(({ heading, lines }) =>
    [style.bold(heading), ...lines.flatMap(paragraph)].join('\n'),
  );
  const label = plainText(explanation.label);
  const isOneLine = textWidth(label) + explanation.metric.length + 3 <= width;
  const title = `${style.bold(label)}${isOneLine ? ' ' : '\n'}${style.dim(`(${explanation.metric})`)}`;
  const table =
    leads === null || leads.leads.length === 0
      ? []
      : [
          leadsTable(leads.leads, { style, columns: columns - 2, marks })
            .trimEnd()
            .replace(/^/gm, '  '),
        ];
  return marks.text(`${[title, ...parts, ...table, further(text, style)].join('\n\n')}\n`);
}

/** An explanation as Markdown. */
export function explainMarkdown(text: ExplainText): string {
  const { explanation, leads } = text;
  const safe = (line: string) => line.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]]/g, (found) => `\\${found}`);
  const parts = partsOf(text).map(({ heading, lines }) =>
    [`## ${safe(heading)}`, ...lines.map((line) => `- ${safe(line)}`)].join('\n\n').replace(/\n\n- /g, '\n- '),
  );
  const table = leads === null || leads.leads.length === 0 ? [] : [leadsMarkdown(leads.leads).trimEnd()];
  return `${[`# ${safe(explanation.label)}`, `\`${explanation.metric}\``, ...parts, ...table].join('\n\n')}\n`;
}

function partsOf(text: ExplainText): readonly Part[] {
  const { explanation, leads, asOf } = text;
  const parts: (Part | null)[] = [
    { heading: 'What it is', lines: explanation.sentences },
    clausePart(explanation),
    { heading: 'What it can be cut and filtered by', lines: [dimensionsLine(explanation)] },
    numberPart(explanation),
    leads === null
      ? null
      : {
          heading: 'Leads behind it',
          lines: [
            pageSentence(
              leads,
              { part: leads.part, limit: leads.leads.length },
              { asOf: asOf ?? undefined, metrics: [] },
              false,
            ),
          ],
        },
  ];
  return parts.filter((part) => part !== null);
}

function clausePart({ clause, clauses, agreement }: MetricExplanation): Part {
  const of = `"${agreement.name}", version ${agreement.version}${agreement.draft ? ' (a draft)' : ''}`;
  if (clause === null || clauses.length === 0) {
    const where = clause === null ? '' : ` under ${clause}`;
    return { heading: 'The clause', lines: [`The agreement ${of}, says nothing of it yet${where}.`] };
  }
  const shown = clauses.slice(0, mostClauses).map(({ address, words }) => `${address}: ${words}`);
  const more = clauses.length - shown.length;
  const isSection = clauses.every(({ address }) => address === clause || address.startsWith(`${clause}.`));
  return {
    heading: clauses.length === 1 ? 'The clause' : isSection ? `The clauses under ${clause}` : 'The clauses',
    lines: [
      ...shown,
      ...(more > 0 ? [`And ${more} more: sameteam agreement render shows all.`] : []),
      `By the agreement ${of}.`,
    ],
  };
}

function dimensionsLine({ dimensions }: MetricExplanation): string {
  const calendar = 'day, week, month, quarter, year';
  return dimensions.length === 0
    ? `Only by ${calendar}: it is of everybody.`
    : `${dimensions.join(', ')}; and by ${calendar}.`;
}

/** The number, and what is to be said of it beside what the metric itself says already. */
function numberPart({ number, formula }: MetricExplanation): Part | null {
  if (number === null) return null;
  const { row, sentences, asOf, versions } = number;
  // The clause stands in a part of its own, unless several versions of it judged.
  const isSaid = (sentence: string) =>
    sentence === formula || (versions.length === 0 && sentence.startsWith('By clause '));
  const own = sentences.slice(1).filter((sentence) => !isSaid(sentence));
  return { heading: `The number as of ${instantText(asOf)}`, lines: [valueLine(row, sentences[0] ?? ''), ...own] };
}

function valueLine(row: ReportRow, first: string): string {
  const { main, note } = cellText(row);
  return row.value === null ? first : note === '' ? main : `${main} ${note}`;
}

/** Where nothing is above the line, what is below it. */
function partToLookAt({ part, total }: ExplainedLeads): LeadsPage['part'] {
  return part === 'numerator' && total === 0 ? 'denominator' : part;
}

/** How to ask further. */
function further({ explanation, leads, db, same }: ExplainText, style: Style): string {
  const base = `sameteam report --db ${db ?? 'FILE'}`;
  const { metric, dimensions } = explanation;
  const by = dimensions[0];
  const commands = [
    ...(db === null ? [`${base} --explain ${metric}`] : []),
    ...(by === undefined ? [] : [`${base} --metric ${metric} --by ${by}${same}`]),
    `${base} --metric ${metric} --grain month${same}`,
    ...(leads === null ? [] : [`${base} --metric ${metric} --leads ${partToLookAt(leads)}${same}`]),
  ];
  return [style.bold('Ask further'), ...commands.map((command) => `  ${command}`)].join('\n');
}
