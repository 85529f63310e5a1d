/**
 * A number as it is read: thousands parted, every decimal kept.
 * @example numberInWords(1234.5) // '1,234.5'
 */
export function numberInWords(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 }).replace('-', '−');
}

/**
 * A number of things.
 * @param noun in the singular; its plural takes an s
 * @example countInWords(3, 'contact') // '3 contacts'
 */
export function countInWords(count: number, noun: string): string {
  return `${numberInWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}
