import { expect, test } from 'vitest';
import readme from '../README.md?raw';
import { fakeClient } from './fake-client.ts';
import { until } from './mount.ts';

test('the example of the README shows numbers in every element', async () => {
  const page = /```html\n(.*?)```/s.exec(readme)?.[1]?.replace(/<script.*<\/script>/, '') ?? '';
  document.body.innerHTML = page;
  const source = document.querySelector('st-source');
  if (source === null) throw new Error('The example has no source.');
  source.client = fakeClient();
  const elements = [...source.querySelectorAll('*')];
  expect(elements).toHaveLength(5);
  await until(() => elements.every((element) => element.getAttribute('status') === 'ready'), 'all elements');
});
