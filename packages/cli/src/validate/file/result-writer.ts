import type { QualityTally } from '@sameteam/service';
import type { JudgedItem } from './judged-item.ts';
import type { ValidationTally } from './validation-tally.ts';

/** What is known at the end. */
export interface ValidationEnd {
  readonly tally: ValidationTally;
  /** What is odd about the file as a whole, in sentences. */
  readonly notes: readonly string[];
  readonly quality: ReturnType<QualityTally['report']> | null;
}

/** Tells the verdicts, while they come or at the end. */
export interface ResultWriter {
  item(item: JudgedItem): void;
  /** Waits until what was told has been read. */
  drained(): Promise<void>;
  end(end: ValidationEnd): void;
}
