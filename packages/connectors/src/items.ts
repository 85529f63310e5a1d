export { type SniffedDialect, type SniffFault, sniffDialect } from './csv/sniff-dialect.ts';
export { type CsvColumn, type CsvEventTaker, type CsvItem, csvEvents } from './items/csv-events.ts';
export type { Item, ItemFault, ItemFaultCode, ItemPlace } from './items/item.ts';
export {
  defaultItemLimit,
  type ItemForm,
  type ItemSplitter,
  type SplitItemsOptions,
  splitItems,
} from './items/split-items.ts';
export { type RowTaker, splitRows, type TableRow } from './items/split-rows.ts';
