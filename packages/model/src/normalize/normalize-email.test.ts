import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { fieldCheck } from '../validation/field-check.ts';
import { emailFaults, normalizeEmail } from './normalize-email.ts';

/** What became of the address, in one word: the address itself, or the code. */
const normal = (...given: Parameters<typeof normalizeEmail>): string => {
  const result = normalizeEmail(...given);
  return result.success ? result.email : result.code;
};

describe('normalizeEmail', () => {
  it.each([
    ['ann@acme.example', 'ann@acme.example'],
    ['  Ann.Keller@ACME.Example\r\n', 'Ann.Keller@acme.example'],
    ['<ann@acme.example>', 'ann@acme.example'],
    ['MAILTO:ann@acme.example?subject=Hello%20you', 'ann@acme.example'],
    ['<mailto:ann%2Bfair@acme.example>', 'ann+fair@acme.example'],
    ['ann@acme.example.', 'ann@acme.example'],
    ["o'hara!#$%&*/?^_`{|}~-@acme.example", "o'hara!#$%&*/?^_`{|}~-@acme.example"],
    ['taro..yamada.@docomo.ne.jp', 'taro..yamada.@docomo.ne.jp'],
    // A-labels by RFC 3492 and UTS #46, looked up in the IDNA table of Unicode 15.1.
    ['ann@MÜLLER.example', 'ann@xn--mller-kva.example'],
    ['ann@straße.example', 'ann@xn--strae-oqa.example'],
    ['用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
    ['ann@παράδειγμα.δοκιμή', 'ann@xn--hxajbheg2az3al.xn--jxalpdlp'],
    ['ann@مثال.إختبار', 'ann@xn--mgbh0fb.xn--kgbechtv'],
    ['ann@例え。テスト', 'ann@xn--r8jz45g.xn--zckzah'],
    ['ann@XN--MLLER-KVA.example', 'ann@xn--mller-kva.example'],
    ['e\u0301mile@acme.example', '\u00e9mile@acme.example'],
    ['अनन्या@acme.example', 'अनन्या@acme.example'],
  ])('brings %j into the form %j', (text, expected) => expect(normal(text)).toBe(expected));

  it.each([
    ['', 'empty'],
    [' \u00a0\t', 'empty'],
    ['<>', 'empty'],
    ['mailto:', 'empty'],
    ['ann', 'no-at'],
    ['ann at acme.example', 'no-at'],
    ['ann@bob@acme.example', 'two-ats'],
    ['ann@acme.example, bob@acme.example', 'two-ats'],
    ['@acme.example', 'formula'],
    ['=HYPERLINK("http://evil.example")@acme.example', 'formula'],
    ['+ann@acme.example', 'formula'],
    ['-2+3@acme.example', 'formula'],
    ['mailto:=1+1@acme.example', 'formula'],
    ['ann keller@acme.example', 'bad-local'],
    ['"ann keller"@acme.example', 'bad-local'],
    ['ann\u0000@acme.example', 'bad-local'],
    ['ann\u200b@acme.example', 'bad-local'],
    ['ann\ud83d@acme.example', 'bad-local'],
    ['Ann <ann@acme.example>', 'with-name'],
    ['"Keller, Ann @ Acme" <ann@acme.example>', 'with-name'],
    ['Ann <ann at acme>', 'no-at'],
    ['=1+1 <ann@acme.example>', 'formula'],
    ['ann@', 'bad-domain'],
    ['ann@acme', 'bad-domain'],
    ['ann@acme..example', 'bad-domain'],
    ['ann@-acme.example', 'bad-domain'],
    ['ann@acme-.example', 'bad-domain'],
    ['ann@acme_co.example', 'bad-domain'],
    ['ann@acme.example:25', 'bad-domain'],
    ['ann@acme.example/path', 'bad-domain'],
    ['ann@acme%2eexample', 'bad-domain'],
    ['ann@ac me.example', 'bad-domain'],
    ['ann@127.0.0.1', 'bad-domain'],
    ['ann@1.2', 'bad-domain'],
    ['ann@0x7f.1', 'bad-domain'],
    ['ann@[127.0.0.1]', 'bad-domain'],
    ['ann@[IPv6:::1]', 'bad-domain'],
    ['ann@xn--a.example', 'bad-domain'],
    ['ann@\ud83d.example', 'bad-domain'],
    [`ann@${'a'.repeat(64)}.example`, 'bad-domain'],
    [`ann@${'a.'.repeat(126)}example`, 'bad-domain'],
  ])('refuses %j as %s', (text, code) => expect(normal(text)).toBe(code));

  it('counts bytes, as RFC 5321 does', () => {
    expect(normal(`${'a'.repeat(64)}@acme.example`)).toBe(`${'a'.repeat(64)}@acme.example`);
    expect(normal(`${'a'.repeat(65)}@acme.example`)).toBe('too-long');
    expect(normal(`${'й'.repeat(32)}@acme.example`)).toBe(`${'й'.repeat(32)}@acme.example`);
    expect(normal(`${'й'.repeat(33)}@acme.example`)).toBe('too-long');
    const domain = `${`${'d'.repeat(46)}.`.repeat(4)}e1`;
    expect(domain).toHaveLength(190);
    expect(normal(`${'a'.repeat(63)}@${domain}`)).toHaveLength(254);
    expect(normal(`${'a'.repeat(64)}@${domain}`)).toBe('too-long');
  });

  it('keeps the name of the mailbox unless told', () => {
    expect(normal('Ann+Fair@acme.example')).toBe('Ann+Fair@acme.example');
    expect(normal('Ann+Fair@acme.example', { local: 'lower' })).toBe('ann+fair@acme.example');
    expect(normal('Ann+Fair+2@acme.example', { plus: 'strip' })).toBe('Ann@acme.example');
    expect(normal('Ann+Fair@acme.example', { local: 'lower', plus: 'strip' })).toBe('ann@acme.example');
    // Lower case is longer than upper case here: three bytes instead of two.
    expect(normal(`${'İ'.repeat(25)}@acme.example`, { local: 'lower' })).toBe('too-long');
  });

  it('knows where everybody gets an address', () => {
    const mail = (domain: string): object | string => {
      const result = normalizeEmail(`ann@${domain}`);
      return result.success ? [result.isFreeMail, result.isDisposable] : result.code;
    };
    for (const domain of (
      'gmail.com GMAIL.com googlemail.com gmx.de gmx.ch web.de t-online.de freenet.de orange.fr laposte.net libero.it wp.pl ' +
      'seznam.cz qq.com vip.qq.com 163.com naver.com daum.net yandex.ru mail.ru uol.com.br rediffmail.com icloud.com me.com ' +
      'proton.me protonmail.com hey.com fastmail.com tutanota.com bluewin.ch ziggo.nl telenet.be comcast.net btinternet.com ' +
      'bigpond.com outlook.com hotmail.co.uk live.com yahoo.co.jp docomo.ne.jp ukr.net abv.bg sapo.pt posteo.de duck.com ' +
      '139.com 189.cn 163.net vip.163.com tutanota.de tutamail.com keemail.me otenet.gr berlin.de nyc.rr.com'
    ).split(' ')) {
      expect([domain, mail(domain)]).toEqual([domain, [true, false]]);
    }
    for (const domain of [
      'mailinator.com',
      'team.mailinator.com',
      'guerrillamail.com',
      '10minutemail.com',
      'yopmail.com',
    ]) {
      expect(normalizeEmail(`ann@${domain}`)).toMatchObject({ isDisposable: true });
    }
    for (const domain of (
      'acme.example example.com ibm.com sap.com siemens.com facebook.com alibaba.com notgmail.com gmail.com.acme.example ' +
      'bmw.de tum.de rakuten.com orange.com vodafone.com ' +
      'bt.com telstra.com oath.com poste.it google.com seninnds.berlin.de corp.mail.ru mail.gmx.de'
    ).split(' ')) {
      expect([domain, mail(domain)]).toEqual([domain, [false, false]]);
    }
  });

  it('answers to any text, and to its own answer with the same', () => {
    const part = arbitraryText(12);
    const near = fc
      .tuple(
        fc.constantFrom('', '<', 'mailto:', ' '),
        part,
        fc.constantFrom('@', '@@', '%40', ''),
        part,
        fc.constantFrom('', '.example', '.', '>'),
      )
      .map((parts) => parts.join(''));
    const options = fc.record({
      local: fc.constantFrom('keep', 'lower'),
      plus: fc.constantFrom('keep', 'strip'),
    } as const);
    const check = fieldCheck('lead.captured', ['data', 'contact', 'email']);
    fc.assert(
      fc.property(fc.oneof(arbitraryText(), near, fc.emailAddress()), options, (text, given) => {
        const result = normalizeEmail(text, given);
        if (!result.success) {
          expect(Object.keys(emailFaults)).toContain(result.code);
          return;
        }
        expect(normalizeEmail(result.email, given)).toEqual(result);
        expect(check?.(result.email)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes what fast-check holds for addresses of the web', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        expect(['formula', text.toLowerCase()]).toContain(normal(text, { local: 'lower' }));
      }),
    );
  });

  it('answers to texts of 10 MB at once', () => {
    const start = performance.now();
    for (const unit of ['a', '@', ' ', '<', 'a@', '.', 'ä', '\ud83d', 'mailto:']) {
      expect(normalizeEmail(unit.repeat(10_000_000 / unit.length)).success).toBe(false);
    }
    // Each takes some milliseconds; anything worse than linear would take minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
