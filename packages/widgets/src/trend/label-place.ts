/** A part of a drawing in CSS pixels, y downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line from left to right. */
export interface Line {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** A label that looks for a place. */
export interface Label {
  readonly width: number;
  readonly height: number;
  /** What it says something of: it stands above or below its middle. */
  readonly own: Box;
  /** Where both are free, it stands below. */
  readonly isBelow: boolean;
  /** How far it may move away from its mark. Farther away, a label seems to speak of something else. */
  readonly farthest: number;
}

/** Where a label may stand, and what it must not cover. */
export interface Ground {
  readonly area: Box;
  readonly marks: readonly Box[];
  readonly lines: readonly Line[];
}

/** Between a label and what it stands at, in CSS pixels. */
const gap = 4;

/**
 * The place of a label beside its own mark: as near as it can be without covering any mark or line.
 * @returns the middle and the bottom of its text; `null` where there is no such place, and the label is left out
 */
export function labelPlace(label: Label, ground: Ground): { readonly x: number; readonly y: number } | null {
  const { width, height, own, isBelow, farthest } = label;
  const { area } = ground;
  const middle = Math.min(Math.max((own.left + own.right) / 2, area.left + width / 2), area.right - width / 2);
  const boxAt = (bottom: number): Box => ({
    left: middle - width / 2,
    right: middle + width / 2,
    top: bottom - height,
    bottom,
  });
  const above = pushed(boxAt(own.top - gap), 'up', ground);
  const below = pushed(boxAt(own.bottom + gap + height), 'down', ground);
  const found = [
    { box: above, away: own.top - gap - above.bottom },
    { box: below, away: below.top - own.bottom - gap },
  ]
    .filter(({ box, away }) => away <= farthest && box.top >= area.top && box.bottom <= area.bottom)
    .sort((a, b) => a.away - b.away || (isBelow ? b.box.top - a.box.top : a.box.top - b.box.top))[0];
  return found === undefined ? null : { x: middle, y: found.box.bottom };
}

/** Moves a box until it covers nothing. */
function pushed(box: Box, way: 'up' | 'down', ground: Ground): Box {
  const covered = [
    ...ground.marks.filter((mark) => overlap(mark, box)),
    ...ground.lines.flatMap((line) => within(line, box) ?? []).filter((part) => overlap(part, box)),
  ];
  if (covered.length === 0) return box;
  const height = box.bottom - box.top;
  const bottom =
    way === 'up'
      ? Math.min(...covered.map(({ top }) => top)) - gap / 2
      : Math.max(...covered.map((part) => part.bottom)) + gap / 2 + height;
  return pushed({ ...box, top: bottom - height, bottom }, way, ground);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The part of a line between the sides of a box; `null` where it passes beside. */
function within({ from: [x0, y0], to: [x1, y1] }: Line, { left, right }: Box): Box | null {
  const [start, end] = [Math.max(x0, left), Math.min(x1, right)];
  if (start >= end) return null;
  const at = (x: number) => y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  const [a, b] = [at(start), at(end)];
  return { left: start, right: end, top: Math.min(a, b) - 1, bottom: Math.max(a, b) + 1 };
}
