import type { CellSpec } from './map-schema.ts';
import type { RowContext } from './row-context.ts';
import type { Slots } from './slots.ts';
import { parseTemplate } from './template.ts';

/** Where a value stands: the text of it, or `undefined` for no value. */
export interface Place {
  readonly read: (row: RowContext) => string | undefined;
  /** The cell to blame, where there is one. */
  readonly slot: number | null;
}

/** Compiles `column`, `firstOf` or `template`. */
export function compilePlace(spec: Pick<CellSpec, 'column' | 'firstOf' | 'template'>, slots: Slots): Place {
  if (spec.column !== undefined) return compileColumn(slots.of(spec.column));
  if (spec.firstOf !== undefined) {
    const list = spec.firstOf.map((heading) => slots.of(heading));
    const read = (row: RowContext): string | undefined => {
      for (const slot of list) {
        const value = row.values[slot];
        if (value !== undefined) return value;
      }
      return undefined;
    };
    return { read, slot: list[0] ?? null };
  }
  return compileTemplate(spec.template ?? '', slots);
}

/** Compiles a template; it has no value when one of its cells has none. */
export function compileTemplate(template: string, slots: Slots): Place {
  const parts = parseTemplate(template);
  if (typeof parts === 'string') throw new TypeError(parts);
  const compiled = parts.map((part) => ('heading' in part ? slots.of(part.heading) : part.text));
  const [first, second] = compiled;
  if (compiled.length === 1 && typeof first === 'string') return { read: () => first, slot: null };
  if (compiled.length === 1 && typeof first === 'number') return compileColumn(first);
  const slot = compiled.find((part) => typeof part === 'number') ?? null;
  if (compiled.length === 2 && typeof first === 'string' && typeof second === 'number') {
    const read = (row: RowContext): string | undefined => {
      const value = row.values[second];
      return value === undefined ? undefined : first + value;
    };
    return { read, slot };
  }
  const read = (row: RowContext): string | undefined => {
    let text = '';
    for (const part of compiled) {
      const value = typeof part === 'string' ? part : row.values[part];
      if (value === undefined) return undefined;
      text += value;
    }
    return text;
  };
  return { read, slot };
}

function compileColumn(slot: number): Place {
  return { read: (row) => row.values[slot], slot };
}
