/** Code of the missing value in every dictionary. */
export const missing = 0;

/** Strings as small integers. Code 0 is the missing value; codes are dense, in order of first use. */
export class Dictionary {
  private readonly codes = new Map<string, number>();
  private readonly texts: (string | null)[] = [null];

  /** Number of codes, the missing value included. */
  get size(): number {
    return this.texts.length;
  }

  /** The code of a text, a new one where it has none. */
  code(text: string | null): number {
    if (text === null) return missing;
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.codes.set(text, code);
    this.texts.push(text);
    return code;
  }

  /** The code of a text; `undefined` where it has none. */
  find(text: string | null): number | undefined {
    return text === null ? missing : this.codes.get(text);
  }

  text(code: number): string | null {
    return this.texts[code] as string | null;
  }
}
