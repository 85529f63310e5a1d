import { escapeHtml } from '../html/escape-html.ts';
import type { Flow, FlowEdge, FlowKind, FlowNode } from './flow.ts';
import { type Layout, layeredLayout, type Placed, type Point, type Sized } from './layered-layout.ts';

const lineHeight = 15;
const letterWidth = 7;
const margin = 28;

interface RailEdge extends FlowEdge {
  readonly isRail?: true;
}

/** A picture, and how wide it is when nothing is scaled, in pixels. */
export interface FlowPicture {
  readonly svg: string;
  readonly width: number;
  /** Where leads come in, as a share of the width. */
  readonly begin: number;
}

/**
 * The picture as accessible SVG: it has a title and a description, takes its colours from the page, and holds no link and
 * no script. What it shows stands in words beside it.
 * @param words title and description, as plain text
 */
export function flowSvg(flow: Flow, words: { readonly title: string; readonly description: string }): FlowPicture {
  const layout = layeredLayout(sizedNodes(flow), railed(flow), { x: 16, y: 26 });
  const returning = flow.nodes.some(({ returns }) => returns);
  const [width, height] = [layout.width + margin * 2, layout.height + margin + (returning ? 12 : 0)];
  const places = new Map(layout.nodes.map((node) => [node.id, node]));
  const edges = layout.edges.filter(({ edge }) => edge.hidden !== true);
  const svg = [
    `<svg class="flow" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="flow-title flow-description">`,
    `<title id="flow-title">${escapeHtml(words.title)}</title>`,
    `<desc id="flow-description">${escapeHtml(words.description)}</desc>`,
    '<defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="flow-head" d="M0 .6 7.4 4 0 7.4Z"/></marker></defs>',
    `<g transform="translate(${margin} 8)">`,
    ...edges.map(({ edge, points }) => edgePath(points, styleOf(flow, edge))),
    ...(returning ? [rail(layout)] : []),
    ...flow.nodes.map((node) => box(node, places.get(node.id))),
    '</g></svg>',
  ].join('');
  const start = places.get('start')?.x ?? 0;
  return { svg, width, begin: Math.round(((start + margin) / width) * 1000) / 1000 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sizedNodes({ nodes }: Flow): readonly Sized[] {
  const boxes = nodes.map(({ id, kind, lines }) => {
    const longest = Math.max(...lines.map((line) => line.length));
    const padding = isLabel(kind) ? 8 : 22;
    return {
      id,
      width: Math.max(48, longest * letterWidth + padding),
      height: lines.length * lineHeight + (isLabel(kind) ? 6 : 14),
    };
  });
  const rails = nodes.filter(({ returns }) => returns).map(({ id }) => ({ id: `rail/${id}`, width: 8, height: 0 }));
  return [...boxes, ...rails];
}

// What comes back goes down to a rail below all boxes, and up beside them: no arrow crosses a box.
function railed({ nodes, edges }: Flow): readonly RailEdge[] {
  const returning = nodes.filter(({ returns }) => returns);
  const bottom = nodes.filter(({ kind }) => kind !== 'start' && kind !== 'readiness');
  return [
    ...edges,
    ...returning.map(({ id }) => ({ from: id, to: `rail/${id}`, isRail: true as const })),
    ...returning.flatMap(({ id }) =>
      bottom.map((other) => ({ from: other.id, to: `rail/${id}`, hidden: true as const })),
    ),
  ];
}

/** A hand-off or reasons: words on an arrow, without a frame. */
function isLabel(kind: FlowKind): boolean {
  return kind === 'hand-off' || kind === 'reasons' || kind === 'back' || kind === 'again';
}

// A head on each half of an arrow with words on it would be one too many.
function styleOf({ nodes }: Flow, { to, isRail }: RailEdge): 'arrow' | 'line' | 'rail' {
  if (isRail === true) return 'rail';
  const kind = nodes.find(({ id }) => id === to)?.kind;
  return kind !== undefined && isLabel(kind) ? 'line' : 'arrow';
}

function edgePath(points: readonly Point[], style: 'arrow' | 'line' | 'rail'): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let from = first;
  const steps = rest.map((to) => {
    const half = round((from.y + to.y) / 2);
    const isStraight = Math.abs(from.x - to.x) < 0.5;
    const step = isStraight
      ? `L${round(to.x)} ${round(to.y)}`
      : `C${round(from.x)} ${half} ${round(to.x)} ${half} ${round(to.x)} ${round(to.y)}`;
    from = to;
    return step;
  });
  const head = style === 'arrow' ? ' marker-end="url(#flow-arrow)"' : '';
  return `<path class="${style === 'rail' ? 'flow-way flow-rail' : 'flow-way'}" d="M${round(first.x)} ${round(first.y)}${steps.join('')}"${head}/>`;
}

function rail<E extends RailEdge>({ nodes, edges, height }: Layout<E>): string {
  const start = nodes.find(({ id }) => id === 'start');
  const ends = edges.filter(({ edge }) => edge.isRail === true).map(({ points }) => points.at(-1)?.x ?? 0);
  if (start === undefined || ends.length === 0) return '';
  const [right, left, y] = [round(Math.max(...ends)), -margin + 8, round(height)];
  const top = round(start.y);
  const path = `M${right} ${y}H${left + 8}Q${left} ${y} ${left} ${y - 8}V${top + 8}Q${left} ${top} ${left + 8} ${top}H${round(start.x - start.width / 2)}`;
  const label = `<text class="flow-note" x="${left + 14}" y="${y + 15}">looked at again</text>`;
  return `<path class="flow-way flow-rail" d="${path}" marker-end="url(#flow-arrow)"/>${label}`;
}

function box({ kind, lines }: FlowNode, place: Placed | undefined): string {
  if (place === undefined) return '';
  const { x, y, width, height } = place;
  const radius = {
    start: height / 2,
    readiness: height / 2,
    team: 3,
    program: 3,
    end: 3,
    'hand-off': 3,
    reasons: 3,
    back: 3,
    again: 3,
  }[kind];
  const frame = `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"/>`;
  const inner =
    kind === 'end'
      ? `<rect class="flow-inner" x="${round(x - width / 2 + 3)}" y="${round(y - height / 2 + 3)}" width="${round(width - 6)}" height="${round(height - 6)}" rx="2"/>`
      : '';
  const first = y - ((lines.length - 1) * lineHeight) / 2 + 4;
  const texts = lines.map(
    (line, index) => `<text x="${round(x)}" y="${round(first + index * lineHeight)}">${escapeHtml(line)}</text>`,
  );
  return `<g class="flow-${kind}">${frame}${inner}${texts.join('')}</g>`;
}
