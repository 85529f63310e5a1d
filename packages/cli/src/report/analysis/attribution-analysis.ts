import { type AttributionReport, type AttributionRow, figureText } from '@sameteam/metrics';
import type { GridColumn } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { cutText } from '../../terminal/text-width.ts';
import { countText, nothing } from '../cell-text.ts';
import type { Analysis, AnalysisTable } from './analysis.ts';
import { modelLabels, modelsInWords } from './models-in-words.ts';

const longestChannel = 24;

/** One line of the tables: a channel, or what is none. */
interface Line {
  readonly label: string;
  readonly of: (model: string) => AttributionRow | undefined;
}

/** The credit of channels as tables: channels down, models across; of a single model conversions and amounts side by side. */
export function attributionAnalysis(
  report: AttributionReport,
): Omit<Analysis, 'notes'> & { readonly notes: readonly string[] } {
  const models = report.models.map(({ model }) => model);
  const lines = linesOf(report);
  const leads: Part = {
    head: report.conversion === 'won' ? 'Won leads' : 'Opportunities',
    value: (row) => row.conversions,
    share: (row) => row.share,
    all: report.conversions,
    text: countOf,
  };
  const money: Part = {
    head: report.conversion === 'won' ? 'Bookings' : 'Pipeline created',
    value: (row) => row.amount,
    share: (row) => row.amountShare,
    all: report.amount,
    text: (value) => figureText('money', value, report.currency),
  };
  return {
    tables: tablesOf(models, lines, [leads, money]),
    answers: [],
    notes: notesOf(report),
    rows: report.rows.map((row) => ({
      conversion: report.conversion,
      ...row,
      currency: report.currency,
      asOf: report.asOf,
    })),
    amounts: ['amount'],
  };
}

/** Conversions or amounts of a row. */
interface Part {
  readonly head: string;
  readonly value: (row: AttributionRow) => number;
  readonly share: (row: AttributionRow) => number | null;
  readonly all: number;
  readonly text: (value: number) => string;
}

function tablesOf(models: readonly string[], lines: readonly Line[], parts: readonly Part[]): readonly AnalysisTable[] {
  const left: readonly GridColumn[] = [
    { head: 'Channel', align: 'left', mains: [...lines.map(({ label }) => label), 'All'] },
  ];
  const [only] = models;
  if (models.length === 1 && only !== undefined) {
    return [
      {
        heading: modelLabels[only] ?? only,
        left,
        columns: (drawn, marks) =>
          parts.map((part) => {
            const column = columnOf(part, only, lines, part.head);
            const notes = column.notes ?? [];
            const bars = [...lines.map((line) => rowShare(part, line.of(only))), null].map((share) =>
              share === null || drawn === 0 ? '' : ` ${marks.bar(share, 1, drawn)}`,
            );
            return { ...column, notes: notes.map((note, index) => `${note}${bars[index] ?? ''}`) };
          }),
      },
    ];
  }
  return parts.map((part) => ({
    heading: `${part.head}, by model`,
    left,
    columns: () => models.map((model) => columnOf(part, model, lines, modelLabels[model] ?? model)),
  }));
}

function columnOf(part: Part, model: string, lines: readonly Line[], head: string): GridColumn {
  const rows = lines.map((line) => line.of(model));
  const shares = [...rows.map((row) => rowShare(part, row)), part.all === 0 ? null : 1].map(shareText);
  const widest = Math.max(...shares.map((text) => text.length));
  return {
    head,
    align: 'right',
    mains: [...rows.map((row) => part.text(row === undefined ? 0 : part.value(row))), part.text(part.all)],
    notes: shares.map((text) => text.padStart(widest)),
  };
}

const rowShare = (part: Part, row: AttributionRow | undefined) =>
  part.all === 0 ? null : row === undefined ? 0 : part.share(row);

const shareText = (share: number | null) => (share === null ? nothing : figureText('ratio', share, null));

/** Fractions to a tenth; whole numbers as they are. */
function countOf(value: number): string {
  const isWhole = Math.abs(value - Math.round(value)) < 1e-9;
  return isWhole ? countText(Math.round(value)) : figureText('number', value, null);
}

function linesOf({ rows, folded, models }: AttributionReport): readonly Line[] {
  const keyOf = ({ kind, channel }: AttributionRow) => JSON.stringify([kind, channel]);
  const byKey = new Map<string, Map<string, AttributionRow>>();
  // Channels stand in the order of the first model.
  for (const { model } of models) {
    for (const row of rows.filter((one) => one.model === model)) {
      const known = byKey.get(keyOf(row)) ?? new Map<string, AttributionRow>();
      known.set(model, row);
      byKey.set(keyOf(row), known);
    }
  }
  return [...byKey.values()].flatMap((ofModels) => {
    const [first] = ofModels.values();
    return first === undefined ? [] : [{ label: labelOf(first, folded), of: (model: string) => ofModels.get(model) }];
  });
}

function labelOf({ kind, channel }: AttributionRow, folded: number): string {
  switch (kind) {
    case 'channel':
      return cutText(plainText(channel ?? ''), longestChannel);
    case 'missing':
      return nothing;
    case 'other':
      return `(other: ${countText(folded)} ${folded === 1 ? 'channel' : 'channels'})`;
    case 'untouched':
      return '(no touch known)';
  }
}

function notesOf(report: AttributionReport): readonly string[] {
  const { conversion, conversions, amount, deals, currency, rows, models, excluded } = report;
  const isWon = conversion === 'won';
  const period = [report.from === null ? '' : ` from ${report.from}`, report.to === null ? '' : ` up to ${report.to}`];
  const kinds = new Set(rows.map(({ kind }) => kind));
  const left = [
    ...(excluded.leads === 0 ? [] : [`${countText(excluded.leads)} leads`]),
    ...(excluded.deals === 0 ? [] : [`${countText(excluded.deals)} deals`]),
  ];
  return [
    `${countText(conversions)} ${isWon ? 'won leads' : 'leads with an opportunity'} and ${figureText('money', amount, currency)} of ${countText(deals)} ${isWon ? 'won' : 'opened'} deals${period.join('')}, by the date of the ${isWon ? 'win' : 'opening'}. Each is split among the channels of the touches before it: the capture, an engagement, a reply, a response in a campaign.`,
    ...alikeNotes(report),
    ...models.map(({ model }) => modelsInWords[model]),
    ...models.flatMap(({ model, lackingMilestone: lacking }) =>
      lacking === 0
        ? []
        : [
            `${modelLabels[model] ?? model}: of ${countText(lacking)} of them a milestone is not known; its share goes to the other touches.`,
          ],
    ),
    ...(kinds.has('missing') ? [`${nothing} is touches that name no channel.`] : []),
    ...(kinds.has('untouched')
      ? [
          '(no touch known) is what nobody can be credited for: no touch of the lead was recorded, or the deal names no lead.',
        ]
      : []),
    ...(left.length === 0
      ? []
      : [`Left out, by an exclusion of the agreement or because a deal has no amount: ${left.join(', ')}.`]),
    ...(report.restated === 0
      ? []
      : [`Restated by ${countText(report.restated)} events that were recorded after as-of.`]),
    'Credit says who was there, not who caused it: where models disagree, the data alone cannot tell.',
  ];
}

/** From this share on, what is said of all conversions is said of nearly all. */
const nearlyAll = 0.9;

/** Where models cannot differ, whatever they are: a lead that was touched once has nothing to be split. */
function alikeNotes({ conversions, oneTouch, oneChannel, models }: AttributionReport): readonly string[] {
  const isNearlyAll = (count: number) => conversions > 0 && count >= nearlyAll * conversions;
  const of = (count: number) => `${countText(count)} of ${countText(conversions)}`;
  const isOfMarkov = models.some(({ model }) => model === 'markov');
  return [
    ...(isNearlyAll(oneTouch)
      ? [
          `${of(oneTouch)} had one touch at most: all credit for them is that channel's by every model, so that models cannot differ here. Record engagements, replies and campaign responses too, and they can.`,
        ]
      : []),
    ...(isOfMarkov && isNearlyAll(oneChannel)
      ? [
          `Markov needs paths of more than one channel, and ${of(oneChannel)} came over one at most: it can say little more than how often each channel converts.`,
        ]
      : []),
  ];
}
