import { groupBy } from '../../group-by.ts';

/** A box that takes room in its layer. */
interface Wide {
  readonly id: string;
  readonly width: number;
}

/**
 * Parts a layer that would be too wide into several, one below the other. Boxes of one layer have no arrows between them, so
 * all arrows still go down.
 * @param layer of each box, by its id
 * @param most how wide a layer may be; one box may be wider
 */
export function spreadLayers(
  boxes: readonly Wide[],
  layer: ReadonlyMap<string, number>,
  { gap, most }: { readonly gap: number; readonly most: number },
): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  const rows = [...groupBy(boxes, ({ id }) => layer.get(id) ?? 0)].toSorted(([a], [b]) => a - b);
  let at = 0;
  for (const [, row] of rows) {
    const total = row.reduce((sum, { width }) => sum + width + gap, -gap);
    const even = total / Math.max(1, Math.ceil(total / most));
    let used = 0;
    for (const { id, width } of row) {
      if (used > 0 && used + width / 2 > even) [at, used] = [at + 1, 0];
      spread.set(id, at);
      used += width + gap;
    }
    at++;
  }
  return spread;
}
