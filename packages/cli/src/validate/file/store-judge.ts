import { EventBatchBuilder } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import type { CommandContext } from '../../context.ts';
import { openExistingStore } from '../../import/open-import-store.ts';
import type { FileIssue } from './file-issue.ts';
import type { KnownIdentity } from './identity-memory.ts';
import { conflictIssue, type PlaceKind } from './item-judge.ts';
import { type JudgedItem, judgedItem } from './judged-item.ts';
import type { ReadItem } from './read-item.ts';

/** An item that waits for the word of the database. */
export interface WaitingItem {
  readonly item: ReadItem;
  /** What came before it in the file. */
  readonly known: KnownIdentity | null;
}

/** Judges items by what a database holds. */
export interface StoreJudge {
  /** The agreement of the database, or the one that was named. */
  readonly agreement: Awaited<ReturnType<typeof openExistingStore>>['engine']['agreement'];
  judge(waiting: readonly WaitingItem[]): Promise<readonly JudgedItem[]>;
  /** Leaves the database as it was. */
  close(): Promise<void>;
}

/**
 * Opens a database to judge by: events are appended to an import that is rolled back, as `import --dry-run` does.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openStoreJudge(
  options: { readonly db: string; readonly agreement?: string | undefined; readonly places: PlaceKind },
  context: CommandContext,
): Promise<StoreJudge> {
  const { db, agreement } = options;
  const store = await openExistingStore({ db, ...(agreement === undefined ? {} : { agreement }) }, context);
  const { engine } = store;
  const session = await engine.beginImport({ recordedMs: context.now() }).catch(async (cause: unknown) => {
    await store.close();
    throw cause;
  });
  const builder = new EventBatchBuilder();

  return {
    agreement: engine.agreement,
    async judge(waiting) {
      let group = 0;
      for (const { item } of waiting) if (item.event !== null) builder.add(group++, item.event);
      const verdicts = await session.append(builder.take({ firstGroup: 0, groupCount: group }));
      let next = 0;
      return waiting.map(({ item, known }) => {
        const { event } = item;
        if (event === null) return judgedItem(item, 'quarantined', item.issues);
        const verdict = verdicts[next++];
        if (verdict === 'accepted' || verdict === 'duplicate') return judgedItem(item, verdict, []);
        const where = known?.content === 'other' ? `${options.places} ${known.place}` : 'the database';
        const issue = verdict === 'erased' ? erasedIssue(event) : conflictIssue(event, where);
        return judgedItem(item, 'quarantined', [issue]);
      });
    },
    async close() {
      await session.rollback();
      await store.close();
    },
  };
}

function erasedIssue({ subject }: LeadEvent): FileIssue {
  return {
    code: 'erased',
    pointer: '/subject',
    found: JSON.stringify(subject),
    expected: 'a subject that was not erased',
    nearest: null,
    message: `The personal data of ${JSON.stringify(subject)} was erased in the database, and nothing more is taken of it. Delete it on your side too, and stop sending it.`,
  };
}
