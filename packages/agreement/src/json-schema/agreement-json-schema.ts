import { z } from 'zod';
import { agreementDocument } from '../schema/agreement-document.ts';

/**
 * The JSON Schema (2020-12) of an agreement as it may be written, for editors and for other languages. It says of
 * each clause what it says by itself; names that clauses use of one another, and what an override makes of the
 * agreement, are checked by `parseAgreement` only.
 * @example agreementJsonSchema()['$id'] // 'urn:sameteam:schema:1.0:agreement'
 */
export function agreementJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(agreementDocument, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // zod bounds every whole number by 2^53, which says nothing here.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { $schema, $id: 'urn:sameteam:schema:1.0:agreement', ...schema };
}
