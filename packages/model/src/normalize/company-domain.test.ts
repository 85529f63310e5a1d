import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { companyDomain, domainFaults } from './company-domain.ts';

const normal = (text: string): string => {
  const result = companyDomain(text);
  return result.success ? result.domain : result.code;
};

describe('companyDomain', () => {
  it.each([
    ['ann@acme.example', 'acme.example'],
    ['Ann@Mail.ACME.co.uk', 'acme.co.uk'],
    ['<mailto:ann@acme.com.br>', 'acme.com.br'],
    ['acme.de', 'acme.de'],
    ['www.acme.de.', 'acme.de'],
    ['https://www.acme.co.jp/about?x=@gmail.com#top', 'acme.co.jp'],
    ['HTTPS://user:secret@shop.acme.com.au:8443/path', 'acme.com.au'],
    ['//cdn.acme.it', 'acme.it'],
    ['acme.fr/contact', 'acme.fr'],
    ['shop.acme.co.com', 'acme.co.com'],
    ['https://www.google.com', 'google.com'],
    ['ann@google.com', 'google.com'],
    ['https://cloud.google.com/customers', 'google.com'],
    ['ann@linkedin.com', 'linkedin.com'],
    ['<mailto:ann@github.com>', 'github.com'],
    ['ann@facebook.com', 'facebook.com'],
    ['ann@bt.com', 'bt.com'],
    ['ann@team.telstra.com', 'telstra.com'],
    // The staff of a provider: not of everybody who has mail there.
    ['ann@seninnds.berlin.de', 'seninnds.berlin.de'],
    ['ann@mx.corp.mail.ru', 'corp.mail.ru'],
    ['http://www.müller.de', 'xn--mller-kva.de'],
    ['http://пример.рф/', 'xn--e1afmkfd.xn--p1ai'],
    // From the test data of publicsuffix.org.
    ['a.b.c.kobe.jp', 'b.c.kobe.jp'],
    ['www.city.kobe.jp', 'city.kobe.jp'],
    ['www.ck', 'www.ck'],
    ['www.test.k12.ak.us', 'test.k12.ak.us'],
    ['a.b.example.uk.com', 'example.uk.com'],
    ['http://www.食狮.公司.cn', 'xn--85x722f.xn--55qx5d.cn'],
  ])('finds in %j the domain %s', (text, domain) => expect(normal(text)).toBe(domain));

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['none', 'bad-domain'],
    ['n/a', 'bad-domain'],
    ['Acme GmbH', 'bad-domain'],
    ['https://', 'bad-domain'],
    ['javascript:alert(1)', 'bad-domain'],
    ['ann@gmail.com', 'free-mail'],
    ['https://mail.google.com@gmail.com/', 'free-mail'],
    ['ann@vip.qq.com', 'free-mail'],
    ['ann@yahoo.co.uk', 'free-mail'],
    ['ann@tampabay.rr.com', 'free-mail'],
    ['https://www.berlin.de/', 'free-mail'],
    ['https://www.linkedin.com/company/acme', 'shared-host'],
    ['linkedin.com', 'shared-host'],
    ['https://de-de.facebook.com/acme', 'shared-host'],
    ['https://ann@linkedin.com/in/ann', 'shared-host'],
    ['HTTPS://X.com/acme', 'shared-host'],
    ['acme.wordpress.com', 'shared-host'],
    ['https://acme.github.io', 'shared-host'],
    ['https://acme.business.site/', 'shared-host'],
    ['https://acme.webflow.io', 'shared-host'],
    ['https://sites.google.com/view/acme', 'shared-host'],
    ['https://linktr.ee/acme', 'shared-host'],
    ['acme.notion.site', 'shared-host'],
    ['ann@shop.wixsite.com', 'shared-host'],
    ['ann@users.noreply.github.com', 'free-mail'],
    ['ann@mailinator.com', 'disposable'],
    ['ann@x.mailinator.com', 'disposable'],
    ['http://192.168.0.1:8080/', 'ip-address'],
    ['http://[::1]/', 'ip-address'],
    ['co.uk', 'public-suffix'],
    ['c.kobe.jp', 'public-suffix'],
    ['https://co.com', 'public-suffix'],
    ['a'.repeat(2049), 'too-long'],
  ])('refuses %j as %s', (text, code) => expect(normal(text)).toBe(code));

  it('answers to any text, and to its own answer with the same', () => {
    const near = fc
      .tuple(
        fc.constantFrom('', 'http://', 'mailto:', 'a@', '//'),
        arbitraryText(10),
        fc.domain(),
        fc.constantFrom('', '/', '/a?b#c', ':8080'),
      )
      .map(([scheme, noise, domain, path]) => `${scheme}${noise}${domain}${path}`);
    fc.assert(
      fc.property(fc.oneof(arbitraryText(), near, fc.domain()), (text) => {
        const result = companyDomain(text);
        if (!result.success) {
          expect(Object.keys(domainFaults)).toContain(result.code);
          return;
        }
        expect(companyDomain(result.domain)).toEqual(result);
      }),
      { numRuns: 3000 },
    );
  });
});
