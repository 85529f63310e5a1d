/** Numbers the headings that a map reads, so that a compiled closure reads an array and not a name. */
export class Slots {
  readonly headings: string[] = [];

  /** The slot of a heading; a new one for a new heading. */
  of(heading: string): number {
    const known = this.headings.indexOf(heading);
    return known >= 0 ? known : this.headings.push(heading) - 1;
  }
}
