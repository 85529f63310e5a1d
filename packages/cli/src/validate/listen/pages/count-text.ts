const counts = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A count for people: `8,000`. */
export function countText(count: number): string {
  return counts.format(count);
}

/**
 * A count with its noun.
 * @example countedText(1, 'item', 'items') // '1 item'
 */
export function countedText(count: number, one: string, many: string): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A share in [0, 1] for people, `10.5 %`; a dash for none. */
export function shareText(share: number | null): string {
  return share === null ? '—' : `${shares.format(100 * share)} %`;
}

/** Seconds for people, in the largest unit that fits: `3 d`, `2 h`, `5 min`, `12 s`. */
export function secondsText(seconds: number): string {
  if (seconds >= 172_800) return `${countText(Math.round(seconds / 86_400))} d`;
  if (seconds >= 7200) return `${Math.round(seconds / 3600)} h`;
  if (seconds >= 120) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds)} s`;
}
