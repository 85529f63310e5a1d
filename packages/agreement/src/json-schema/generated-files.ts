import { agreementTemplates } from '../templates/agreement-templates.ts';
import { agreementJsonSchema } from './agreement-json-schema.ts';

/** The published files that are made from the code; a test fails when one is out of date. */
export function generatedFiles(): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'schema/agreement.schema.json', text: `${JSON.stringify(agreementJsonSchema(), null, 2)}\n` },
    ...Object.entries(agreementTemplates).map(([name, { write }]) => ({
      path: `templates/${name}.yaml`,
      text: write({ name: 'Our revenue team', timeZone: 'UTC', currency: 'EUR' }),
    })),
  ];
}
