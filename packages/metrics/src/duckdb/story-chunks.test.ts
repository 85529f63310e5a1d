import { describe, expect, it } from 'vitest';
import { type LinkedSubjects, storyChunks } from './story-chunks.ts';

const linked = (
  events: Readonly<Record<number, number>>,
  pairs: readonly (readonly [number, number])[],
): LinkedSubjects => ({
  members: Int32Array.from(Object.keys(events), Number),
  events: Int32Array.from(Object.values(events)),
  pairs: [[pairs.map(([from]) => from), pairs.map(([, to]) => to)]],
});

const shown = (subjects: LinkedSubjects, most: number) =>
  storyChunks(subjects, most).map(({ members, groups }) => [[...members], [...groups]]);

describe('chunks of stories', () => {
  it('keep subjects together that are linked, be it through others', () => {
    expect(
      shown(
        linked({ 1: 1, 2: 1, 5: 1, 7: 1, 9: 1 }, [
          [9, 5],
          [5, 1],
        ]),
        9,
      ),
    ).toEqual([
      [
        [1, 5, 9],
        [1, 1, 1],
      ],
      [
        [2, 7],
        [2, 7],
      ],
    ]);
  });

  it('hold as many events as they may, and a group that has more alone', () => {
    expect(shown(linked({ 1: 6, 2: 6, 3: 27, 4: 3 }, []), 12)).toEqual([
      [
        [1, 2],
        [1, 2],
      ],
      [[3], [3]],
      [[4], [4]],
    ]);
  });

  it('hold fewer events of subjects that have one each: those take the room of three', () => {
    const chunks = storyChunks(linked({ 1: 1, 2: 1, 3: 1, 4: 5, 5: 1 }, [[4, 5]]), 6);
    expect(chunks.map(({ members, events }) => [[...members], events])).toEqual([
      [[1, 2], 2],
      [[3], 1],
      [[4, 5], 6],
    ]);
  });

  it('are none for no subjects, and do not follow links to subjects that are none of them', () => {
    expect(storyChunks(linked({}, []))).toEqual([]);
    expect(
      shown(
        linked({ 1: 1, 2: 1 }, [
          [1, 3],
          [3, 2],
        ]),
        1,
      ),
    ).toEqual([
      [[1], [1]],
      [[2], [2]],
    ]);
  });
});
