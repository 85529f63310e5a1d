/** The latest event of each identity: by source, then by id, so that no text is made for the pair. */
export class IdentityIndex {
  private readonly bySource = new Map<string, Map<string, number>>();

  get(source: string, id: string): number | undefined {
    return this.bySource.get(source)?.get(id);
  }

  set(source: string, id: string, event: number): void {
    const known = this.bySource.get(source);
    if (known === undefined) this.bySource.set(source, new Map([[id, event]]));
    else known.set(id, event);
  }
}
