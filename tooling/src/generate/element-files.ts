import { GeneratorError } from './generator-error.ts';
import type { GeneratedFile } from './metric-files.ts';
import { camelCase, pascalCase } from './names.ts';

/** The names that come of a tag: `st-goal-list`. */
export interface ElementNames {
  readonly tag: string;
  /** Folder and start of the names of its files: `goal-list`. */
  readonly folder: string;
  /** `StGoalList` */
  readonly className: string;
  /** Start of the names of its functions: `goalList`. */
  readonly camel: string;
}

/**
 * @throws GeneratorError for a tag that does not start with `st-`
 * @example elementNames('st-goal-list').className // 'StGoalList'
 */
export function elementNames(tag: string): ElementNames {
  if (!/^st-[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(tag)) {
    throw new GeneratorError(
      `"${tag}" is no tag of this house. Write it as st- and words in small letters, such as st-goal-list.`,
    );
  }
  const folder = tag.slice(3);
  return { tag, folder, className: `St${pascalCase(folder)}`, camel: camelCase(folder) };
}

/** The folder of an element: class, registration, data, styles, and their tests. */
export function elementFiles(tag: string): readonly GeneratedFile[] {
  const names = elementNames(tag);
  const path = (suffix: string) => `packages/widgets/src/${names.folder}/${names.folder}${suffix}`;
  return [
    { path: path('.ts'), text: classText(names) },
    { path: path('.define.ts'), text: defineText(names) },
    { path: path('.data.ts'), text: dataText(names) },
    { path: path('.data.test.ts'), text: dataTestText(names) },
    { path: path('.styles.ts'), text: stylesText(names) },
    { path: path('.browser.test.ts'), text: browserTestText(names) },
  ];
}

function classText({ tag, folder, className, camel }: ElementNames): string {
  return `import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.ts';
import { skeleton } from '../base/skeleton.ts';
import { type Known, SourcedElement } from '../base/sourced-element.ts';
import { numberButton } from '../number/number-button.ts';
import type { Answer, SourceStore } from '../source/source-store.ts';
import { ${camel}Caption } from './${folder}.data.ts';
import { ${camel}Styles } from './${folder}.styles.ts';

/**
 * One metric of the view, with what it is taken from.
 *
 * @element ${tag}
 * @attr metric - id of the metric, such as \`lead_to_win_rate\`
 * @attr source - \`#id\` of the source, where it does not lie around the element
 * @example
 * <st-source src=""><${tag} metric="lead_to_win_rate"></${tag}></st-source>
 */
export class ${className} extends SourcedElement<Answer> {
  static override styles = [...baseStyles, ${camel}Styles];

  @property() metric = 'captured';

  protected readonly asksBy = ['metric'];

  protected ask(store: SourceStore): Promise<Answer> {
    return store.report({ metrics: [this.metric] });
  }

  protected isEmpty(answer: Answer): boolean {
    return answer.rows.length === 0;
  }

  protected renderReady(answer: Answer, known: Known): TemplateResult {
    const label = known.words.metricLabel(this.metric);
    return html\`<p class="label">\${label}</p>
      \${answer.rows.map(
        (row) =>
          html\`<p class="value">
              \${numberButton({
                row,
                format: known.format,
                label,
                open: (opener) => this.open({ row, request: answer.request }, opener),
              })}
            </p>
            <p class="caption">\${${camel}Caption(row, known.format)}</p>\`,
      )}\`;
  }

  protected renderLoading(): TemplateResult {
    return html\`<p class="label">\${skeleton('50%', '1.1rem')}</p>
      <p class="value">\${skeleton('30%', '1.5rem')}</p>\`;
  }
}
`;
}

function defineText({ tag, folder, className }: ElementNames): string {
  return `import { ${className} } from './${folder}.ts';

if (customElements.get('${tag}') === undefined) customElements.define('${tag}', ${className});

export { ${className} };

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`;
}

function dataText({ camel }: ElementNames): string {
  return `import type { ReportRow } from '@sameteam/api/client';
import type { Format } from '../format/create-format.ts';

/**
 * What the number is taken from.
 * @returns an empty text for a count, which is taken from itself
 * @example ${camel}Caption(row, format) // '842 of 8,000 leads'
 */
export function ${camel}Caption(row: ReportRow, format: Format): string {
  if (row.denominator === null) return '';
  if (row.numerator === null) return \`over \${format.count(row.denominator)} leads\`;
  return \`\${format.count(row.numerator)} of \${format.count(row.denominator)} leads\`;
}
`;
}

function dataTestText({ folder, camel }: ElementNames): string {
  return `import type { ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { createFormat } from '../format/create-format.ts';
import { ${camel}Caption } from './${folder}.data.ts';

const format = createFormat({ locale: 'en', timeZone: 'UTC' });
const { rows } = await fakeClient().report({ metrics: ['lead_to_win_rate', 'captured'] });
const caption = (metric: string) => ${camel}Caption(rows.find((row) => row.metric === metric) as ReportRow, format);

test('a rate says of how many', () => {
  expect(caption('lead_to_win_rate')).toBe('842 of 8,000 leads');
});

test('a count says nothing further', () => {
  expect(caption('captured')).toBe('');
});
`;
}

function stylesText({ camel }: ElementNames): string {
  return `import { css } from 'lit';

export const ${camel}Styles = css\`
  .label,
  .value,
  .caption {
    margin: 0;
  }
  .label,
  .caption {
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
\`;
`;
}

function browserTestText({ tag }: ElementNames): string {
  return `import { html } from 'lit';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, settled, textOf } from '../../test/mount.ts';

const page = html\`<${tag} metric="lead_to_win_rate"></${tag}>\`;

test('is accessible in light and dark', async () => {
  const { main } = mount(page);
  await settled(main, '${tag}');
  await expectAccessible(main);
});

test('a rate is never naked', async () => {
  const element = await settled(mount(page).main, '${tag}');
  expect(textOf(part(element, '.number'))).toBe('10.5 %');
  expect(textOf(part(element, '.caption'))).toBe('842 of 8,000 leads');
});

test('an error says what to do', async () => {
  const client = fakeClient();
  client.behaviour = 'fails';
  const element = await settled(mount(page, client).main, '${tag}', 'error');
  expect(textOf(element)).toContain('Check that the server runs');
});
`;
}
