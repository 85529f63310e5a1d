import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  it('escapes what is put in, for elements and for quoted attributes', () => {
    const bad = `"><script>alert('1')</script>&`;
    expect(html`<p title="${bad}">${bad}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('takes markup as it is, lists of it too, and null as nothing', () => {
    const items = ['a', '<b>'].map((it) => html`<li>${it}</li>`);
    expect(html`<ul class="n${2}">${items}${null}</ul>`.text).toBe('<ul class="n2"><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('shows what nobody can see by its number, and keeps what everybody writes', () => {
    expect(html`${'a\u0000\u001b[31m\u202eb\ud800c'}`.text).toBe('a\\u0000\\u001b[31m\\u202eb\\ud800c');
    expect(html`${'Nguyễn 은지 😀\n\tx'}`.text).toBe('Nguyễn 은지 😀\n\tx');
  });
});
