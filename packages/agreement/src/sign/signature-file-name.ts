/**
 * The name of a signature file, beside its agreement: `<stem of the agreement's file>.v<version>.<signer>.sig.json`.
 * @param agreementFile name of the agreement's file; folders before it stay
 * @example signatureFileName('deals/acme.yaml', { version: 3, signer: 'sales' }) // 'deals/acme.v3.sales.sig.json'
 */
export function signatureFileName(
  agreementFile: string,
  { version, signer }: { readonly version: number; readonly signer: string },
): string {
  return `${agreementFile.replace(/(?<=[^/\\])\.(?:ya?ml|json|ts|mts|js|mjs)$/i, '')}.v${version}.${signer}.sig.json`;
}
