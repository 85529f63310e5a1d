import fc from 'fast-check';

const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));

/** Any text: all scripts, control characters, halves of surrogate pairs. fast-check's own `binary` takes a second to start. */
export function arbitraryText(maxLength: number = 30): fc.Arbitrary<string> {
  return fc.string({ unit: unit.map((code) => String.fromCharCode(code)), maxLength });
}
