import { html } from 'lit';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { mount, part, parts, settled, textOf } from '../../test/mount.ts';

test('is accessible in light and dark', async () => {
  const { main } = mount(html`<st-definitions></st-definitions>`);
  await settled(main, 'st-definitions');
  await expectAccessible(main);
});

test('says of each metric what it is and which clause defines it', async () => {
  const { main } = mount(html`<st-definitions metrics="lead_to_win_rate, captured"></st-definitions>`);
  const terms = parts(await settled(main, 'st-definitions'), 'dl > div').map(textOf);
  expect(terms).toHaveLength(2);
  expect(terms[1]).toBe(
    'Lead to win rate Of the leads that reached captured, the share that reached won. windows.lead_to_win',
  );
});

test('without a choice it defines all', async () => {
  const { main } = mount(html`<st-definitions></st-definitions>`);
  expect(parts(await settled(main, 'st-definitions'), 'dt')).toHaveLength(fakeDefinitions.metrics.length);
});

test('leads to the clause in the document of the agreement, where one is served', async () => {
  const client = fakeClient();
  client.document = 'https://numbers.example/agreement';
  const { main } = mount(
    html`<st-agreement></st-agreement><st-metric metric="lead_to_win_rate"></st-metric
      ><st-definitions metrics="lead_to_win_rate"></st-definitions>`,
    client,
  );
  const clause = 'https://numbers.example/agreement#windows.lead_to_win';
  const link = (element: HTMLElement) => part(element, 'a') as HTMLAnchorElement;
  expect(link(await settled(main, 'st-definitions')).href).toBe(clause);
  expect(link(await settled(main, 'st-metric')).href).toBe(clause);
  expect(link(await settled(main, 'st-agreement')).href).toBe(client.document);
  await expectAccessible(main);
});
