/** What a generator cannot do, in a sentence for the person who called it. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
}
