import type { Agreement } from '../agreement.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { Field } from '../vocabulary/fields.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

interface Required {
  readonly field: Field;
  readonly path: readonly PathStep[];
  readonly by: string;
}

/** What a lead brings along when it is captured, or gets when it is assigned or a deal is opened. */
const brought = new Set<Field>([
  'lead.product',
  'lead.owner',
  'contact.email',
  'contact.firstName',
  'contact.lastName',
  'contact.phone',
  'company.name',
  'company.domain',
  'opportunity.owner',
  'opportunity.pipeline',
  'opportunity.kind',
  'opportunity.stage',
]);

/**
 * A required field that nobody enters. A field is entered by the team that `fields` names, by the team that asks the
 * question, or by the team that enters a term or a stage that requires it; who it is and where it came from is known from
 * the capture. An attribute means nothing to anybody before `fields` names it.
 */
export const termWithoutSource = lintRule({
  code: 'term-without-source',
  severity: 'warning',
  title: 'A required field that nobody enters.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) => {
      const entered = enteredFields(agreement);
      return requiredFields(agreement)
        .filter(({ field }) => !entered.has(field) && !isBrought(field))
        .map(({ field, path, by }) => ({
          path,
          message: `${by} requires "${field}", but nobody enters it, so that it stays empty and nothing ever counts or is passed on.`,
          remedy: `Say under "fields" which team enters "${field}" and where it is kept, or do not require it.`,
        }));
    }),
});

function isBrought(field: Field): boolean {
  return brought.has(field) || field.startsWith('source.') || field.startsWith('answers.');
}

function enteredFields({ fields, terms, pipelines }: Agreement): ReadonlySet<Field> {
  const entries = [...Object.values(terms), ...Object.values(pipelines).flatMap(({ stages }) => stages)];
  const required = entries.flatMap(({ entered, requires }) => (entered === undefined ? [] : requires));
  return new Set([
    ...fields.map(({ field }) => field),
    ...required.filter((field) => !field.startsWith('lead.attributes.')),
  ]);
}

function requiredFields({ terms, handOffs, pipelines }: Agreement): readonly Required[] {
  const all = (fields: readonly Field[], at: readonly PathStep[], by: string): readonly Required[] =>
    fields.map((field, index) => ({ field, path: [...at, 'requires', index], by }));
  return [
    // What a term without a team lacks is that team, which "unowned-term" tells.
    ...Object.entries(terms).flatMap(([name, { entered, requires }]) =>
      all(
        requires.filter((field) => entered !== undefined || field.startsWith('lead.attributes.')),
        ['terms', name],
        `The term "${name}"`,
      ),
    ),
    ...Object.entries(handOffs).flatMap(([name, { requires }]) =>
      all(requires, ['handOffs', name], `The hand-off "${name}"`),
    ),
    ...Object.entries(pipelines).flatMap(([name, { stages }]) =>
      stages.flatMap(({ id, requires }, index) =>
        all(requires, ['pipelines', name, 'stages', index], `The stage "${id}"`),
      ),
    ),
  ];
}
