/**
 * Puts a query by hand for DuckDB into the words of ClickHouse, over the facts of a database: the same scan, the same
 * groups, the same numbers. Only what the queries of this folder say is known.
 */
export function clickHouseDialect(sql: string, database: string): string {
  // A count is of no sign there, and does not stand in one column with one below 0.
  const signed = sql.includes('UNION ALL') ? sql.replaceAll('count(*)', 'sum(toInt64(1))') : sql;
  const tables = withTables(signed, database);
  const whole = quantiles(wholeQuotients(tables));
  // A column is meant where an aggregate of it has its name.
  return `${whole
    .replace(/ FILTER \(/g, ' FILTER (WHERE ')
    .replace(/(\w+) & (\d+)/g, 'bitAnd($1, $2)')} SETTINGS prefer_column_name_to_alias = 1`;
}

const grains: Readonly<Record<string, string>> = {
  lead: 'leads',
  cycle: 'cycles',
  entry: 'entries',
  meeting: 'meetings',
  opportunity: 'opportunities',
  span: 'spans',
  change: 'changes',
  company: 'companies',
  spend: 'spend',
};

/** Tables by their names there, of which the rows that hold are asked, and the first day of a month by its own function. */
function withTables(sql: string, database: string): string {
  return sql.replace(
    /c\.month AS month,([\s\S]*?)FROM (\w+)_facts JOIN calendar c ON c\.day = (day_\w+)([\s\S]*?)GROUP BY (channel, c\.month|1, 2, 3, 4)/g,
    (_, select: string, grain: string, day: string, where: string, group: string) => {
      const groups = group.startsWith('1') ? group : 'channel, month';
      const month = `toInt32(toStartOfMonth(toDate(${day})))`;
      return `${month} AS month,${select}FROM ${database}.${grains[grain]}_facts FINAL${where}GROUP BY ${groups}`;
    },
  );
}

/** `a // 1000` as `intDiv(a, 1000)`: none of them is of a number below 0. */
function wholeQuotients(sql: string): string {
  let text = sql;
  for (;;) {
    const found = /^([\s\S]*?) \/\/ (\d+)/.exec(text);
    if (found === null) return text;
    const [all, before = '', by = ''] = found;
    const start = operandStart(before);
    text = `${before.slice(0, start)}intDiv(${before.slice(start)}, ${by})${text.slice(all.length)}`;
  }
}

/** Where the operand begins that ends a text: brackets, with the name of a function before them, or a word. */
function operandStart(text: string): number {
  let at = text.length - 1;
  let depth = 0;
  for (; at >= 0; at--) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (depth === 0) break;
  }
  while (at > 0 && /\w/.test(text[at - 1] as string)) at -= 1;
  return at;
}

/** Quantiles by interpolation, with their conditions. */
function quantiles(sql: string): string {
  let text = sql;
  for (;;) {
    const start = text.search(/\b(quantile_cont|median)\(/);
    if (start < 0) return text;
    const open = text.indexOf('(', start);
    const end = closing(text, open);
    const inner = text.slice(open + 1, end);
    const { value, ps } = parted(inner, text.startsWith('median', start));
    const filter = ' FILTER (';
    const isFiltered = text.startsWith(filter, end + 1);
    const last = isFiltered ? closing(text, end + filter.length) : end;
    const condition = isFiltered ? `, ${text.slice(end + 1 + filter.length, last)}` : '';
    const name = `quantile${ps.length > 1 ? 's' : ''}ExactInclusive${isFiltered ? 'If' : ''}`;
    text = `${text.slice(0, start)}${name}(${ps.join(', ')})(${value}${condition})${text.slice(last + 1)}`;
  }
}

function parted(inner: string, isMedian: boolean): { readonly value: string; readonly ps: readonly string[] } {
  if (isMedian) return { value: inner, ps: ['0.5'] };
  const [, value = '', list = ''] = /^([\s\S]*), (\[[^\]]*\]|[\d.]+)$/.exec(inner) ?? [];
  return { value, ps: list.replace(/[[\]]/g, '').split(', ') };
}

/** The bracket that closes the one at a place. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new RangeError(`A bracket of the query is not closed: ${text.slice(open, open + 80)}`);
}
