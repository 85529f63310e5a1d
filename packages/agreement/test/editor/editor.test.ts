import { readFileSync } from 'node:fs';
import { agreementTemplates } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { createEditor } from './editor.ts';

const modeline = '# yaml-language-server: $schema=./schema/agreement.schema.json\n';
const { complete, hover, faults } = createEditor();
const start = `${modeline}teams: { marketing: {}, sales: {} }\nreadiness: { raw: {} }\nreasons: {}\n`;

describe('an editor, by the schema that the first line of a file names', () => {
  it('offers the sections, and says what each is', async () => {
    const offered = await complete(`${modeline}|`);
    const labels = offered.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['teams', 'readiness', 'handOffs', 'sla', 'reasons', 'territories']));
    expect(offered.find(({ label }) => label === 'handOffs')?.says).toContain('Who passes which leads to whom.');
  });

  it('offers the keys of an SLA, of each of its forms', async () => {
    const offered = await complete(`${start}sla:\n  first:\n    of: sales\n    |`);
    expect(offered.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['from', 'kept', 'within', 'metric', 'count', 'target']),
    );
    expect(offered.find(({ label }) => label === 'unless')?.says).toContain('nothing more is owed');
  });

  it('offers the values that a key can have', async () => {
    const events = await complete(`${start}sla:\n  first:\n    of: sales\n    from: |`);
    expect(events.map(({ label }) => label)).toEqual(expect.arrayContaining(['lead.assigned', 'opportunity.moved']));
    const fields = await complete(`${start}sla: {}\nsegments:\n  - id: partner\n    when:\n      field: |`);
    expect(fields.map(({ label }) => label)).toEqual(expect.arrayContaining(['source.channel', 'company.employees']));
    const grains = await complete(`${start}sla: {}\ncadence:\n  review: |`);
    expect(grains.map(({ label }) => label)).toEqual(['day', 'week', 'month', 'quarter', 'year']);
  });

  it('offers the forms of a metric, the metrics that it can be made of, and what it can be limited to', async () => {
    const forms = await complete(`${start}sla: {}\nmetrics:\n  ours:\n    |`);
    expect(forms.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['count', 'rate', 'time', 'of', 'over', 'sum', 'label']),
    );
    const named = await complete(`${start}sla: {}\nmetrics:\n  ours:\n    of: |`);
    expect(named.map(({ label }) => label)).toEqual(expect.arrayContaining(['bookings', 'sla_attainment']));
    const limits = await complete(`${start}sla: {}\nmetrics:\n  ours:\n    of: bookings\n    where:\n      |`);
    expect(limits.map(({ label }) => label)).toEqual(expect.arrayContaining(['source.channel', 'segment']));
    expect(limits.map(({ label }) => label)).not.toContain('month');
    const goals = await complete(`${start}sla: {}\ngoals:\n  - metric: |`);
    expect(goals.map(({ label }) => label)).toContain('qualified_pipeline');
  });

  it('offers what a condition can ask', async () => {
    const offered = await complete(`${modeline}readiness:\n  hot:\n    |`);
    expect(offered.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['all', 'any', 'not', 'field', 'grade', 'engagement', 'answer', 'daysSince']),
    );
  });

  it('shows what a key means', async () => {
    expect(await hover(`${start}sla: {}\nwin|dows: { default: 90d }\n`)).toContain('How long a cohort is given');
  });

  it('underlines a key and a value that do not exist', async () => {
    const found = await faults(`${start}sla: {}\ntems: {}\ncadence: { review: fortnight }\n`);
    expect(found.map(({ line }) => line).sort()).toEqual([6, 7]);
  });

  it.each(Object.entries(agreementTemplates))(
    'finds nothing wrong with the template %s, where it is installed',
    async (_, { write }) => {
      const text = write({ name: 'Acme', timeZone: 'UTC', currency: 'EUR', schema: './schema/agreement.schema.json' });
      expect(await faults(text)).toEqual([]);
    },
  );

  it('finds the schema from the templates as they are published', async () => {
    for (const name of Object.keys(agreementTemplates)) {
      const text = readFileSync(new URL(`../../templates/${name}.yaml`, import.meta.url), 'utf8');
      const wanted = /\$schema=(\S+)/.exec(text)?.[1] ?? '';
      expect(wanted).toBe('./node_modules/@sameteam/agreement/schema/agreement.schema.json');
    }
    const root = '../../';
    const text = `# yaml-language-server: $schema=./node_modules/@sameteam/agreement/schema/agreement.schema.json\n|`;
    expect((await complete(text, `${root}team.yaml`)).map(({ label }) => label)).toContain('teams');
  });
});
