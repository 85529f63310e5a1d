import { html } from 'lit';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { mount, part, settled, textOf } from '../../test/mount.ts';

test('is accessible in light and dark', async () => {
  const { main } = mount(html`<st-agreement level="1"></st-agreement>`);
  await settled(main, 'st-agreement');
  await expectAccessible(main);
});

test('names the agreement, its version, that it is a draft, and the instant of the numbers', async () => {
  const { main } = mount(html`<st-agreement level="1"></st-agreement>`);
  const agreement = await settled(main, 'st-agreement');
  expect(part(agreement, '[role=heading]').getAttribute('aria-level')).toBe('1');
  expect(textOf(part(agreement, '.name'))).toBe('Olist sellers version 3 Draft, not signed');
  expect(textOf(part(agreement, '.when'))).toBe(
    'As of Jul 15, 2018, 09:00 (America/Sao_Paulo) · 24,000 events, Jun 14, 2017 to Jul 13, 2018',
  );
});

test('the instant of the view stands before that of the service', async () => {
  const { main, source } = mount(html`<st-agreement></st-agreement>`);
  source.store.setView({ asOf: '2018-03-01T12:00:00Z' });
  expect(textOf(part(await settled(main, 'st-agreement'), '.when'))).toContain('Mar 1, 2018, 09:00');
});
