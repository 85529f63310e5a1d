/**
 * The `id` that a clause has in the document: its address. Only a patch can have names that are no identifiers; what no
 * `id` may hold is written as in a URL.
 * @example anchorOf('sla.decision') // 'sla.decision'
 */
export function anchorOf(address: string): string {
  return address
    .replaceAll(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll(/[^A-Za-z0-9._-]/gu, (found) => encodeURIComponent(found).replaceAll("'", '%27'));
}
