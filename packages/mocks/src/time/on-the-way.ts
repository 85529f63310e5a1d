/** The whole second that lies the given share of the way from one instant to a later one. */
export function onTheWay(fromMs: number, { toMs, share }: { readonly toMs: number; readonly share: number }): number {
  return fromMs + Math.floor((Math.max(toMs - fromMs, 0) * share) / 1000) * 1000;
}
