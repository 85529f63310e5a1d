/** Longest text of an arrival that is kept, in characters. */
export const receivedLength = 8000;

/** A value of JSON as people read it, cut where it is long. */
export function receivedText(value: unknown): string {
  try {
    return cut(JSON.stringify(value, null, 2));
  } catch {
    // Writing JSON takes one level of the stack for each level of the value.
    return 'Nested too deep to be shown.';
  }
}

/** Bytes as text, cut where they are long; what is not UTF-8 is shown as �. */
export function receivedBytes(bytes: Uint8Array): string {
  // A character takes at most four bytes.
  return cut(new TextDecoder().decode(bytes.subarray(0, receivedLength * 4)));
}

function cut(text: string): string {
  if (text.length <= receivedLength) return text;
  // A slice alone would keep the whole text in memory.
  return `${Buffer.from(text.slice(0, receivedLength)).toString()}\n… ${text.length - receivedLength} more characters`;
}
