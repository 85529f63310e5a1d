import { z } from 'zod';

type Options = readonly z.core.SomeType[];

interface FormUnionDef<T extends Options> extends z.core.$ZodUnionDef<T> {
  readonly pick: (value: unknown) => number;
}

interface FormUnion<T extends Options> extends z.ZodType {
  readonly _zod: z.core.$ZodUnionInternals<T>;
}

// A plain union answers a typing error with the errors of every option, and may blame the wrong one;
// an error with a line needs the one option that the writer meant.
const FormUnion = /*@__PURE__*/ z.core.$constructor(
  'FormUnion',
  (inst: FormUnion<Options>, def: FormUnionDef<Options>) => {
    (z.ZodUnion.init as (inst: unknown, def: unknown) => void)(inst, def);
    inst._zod.parse = (payload, context) => {
      const option = def.options[def.pick(payload.value)] ?? def.options[0];
      if (option === undefined) throw new RangeError('A union needs an option.');
      return (option as z.core.$ZodType)._zod.run(payload, context);
    };
  },
);

/**
 * A union of forms that are told apart before they are checked, so that the errors of a value are those of the
 * form that it was meant to have. In JSON Schema it is a plain `anyOf`.
 * @param pick index of the form that a value is meant to have
 */
export function formUnion<const T extends Options>(
  options: T,
  pick: (value: unknown) => number,
): z.ZodType<z.core.output<T[number]>, z.core.input<T[number]>> {
  return new FormUnion({ type: 'union', options, pick } as never) as never;
}

/**
 * The form whose keys fit best: the fewest keys that it does not know, then the fewest that it misses.
 * For `formUnion` of strict objects. O(forms × keys).
 */
export function byKeys(forms: readonly z.ZodObject[]): (value: unknown) => number {
  // Forms may speak of each other, so that their keys are read when they are first asked for.
  let read: readonly { readonly all: ReadonlySet<string>; readonly required: readonly string[] }[] | null = null;
  return (value) => {
    if (typeof value !== 'object' || value === null) return 0;
    read ??= forms.map(({ shape }) => ({
      all: new Set(Object.keys(shape)),
      required: Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined),
    }));
    const keys = Object.keys(value);
    let best = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (const [index, { all, required }] of read.entries()) {
      const unknown = keys.filter((key) => !all.has(key)).length;
      const missing = required.filter((key) => !Object.hasOwn(value, key)).length;
      const misfit = unknown * 1000 + missing;
      if (misfit < fewest) {
        best = index;
        fewest = misfit;
      }
    }
    return best;
  };
}
