import { describe, expect, it } from 'vitest';
import { receivedBytes, receivedLength, receivedText } from './received-text.ts';

describe('receivedText', () => {
  it('writes JSON for people, cuts it, and shows nothing of what is too deep', () => {
    expect(receivedText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
    const long = receivedText('x'.repeat(20_000));
    expect(long).toMatch(/^"x+\n… 12002 more characters$/);
    expect(long.length).toBeLessThan(receivedLength + 40);
    expect(receivedText(JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`))).toBe('Nested too deep to be shown.');
  });
});

describe('receivedBytes', () => {
  it('shows bytes as far as they are text', () => {
    expect(receivedBytes(new TextEncoder().encode('é'))).toBe('é');
    expect(receivedBytes(Uint8Array.of(0x61, 0xe9, 0x62))).toBe('a\ufffdb');
    expect(receivedBytes(new TextEncoder().encode('x'.repeat(9000)))).toMatch(/^x{8000}\n… 1000 more characters$/);
  });
});
