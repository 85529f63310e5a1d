/** The value, or the bound that it lies beyond; the lower bound wins where the two cross. */
export function clamp(value: number, { low, high }: { readonly low: number; readonly high: number }): number {
  return Math.max(Math.min(value, high), low);
}
