import { expect, test } from 'vitest';
import { findOrCreate } from '../../../src/github/find-or-create.ts';

const failure = (status: number) => Object.assign(new Error(`${status}`), { status });

/** A shelf that may hold a thing, and how often it was looked at and written to. */
function shelf(creation: (put: () => void) => void, held: string | null = null) {
  const state = { held, looks: 0, writes: 0 };
  const find = async () => {
    state.looks += 1;
    return state.held;
  };
  const create = async () => {
    state.writes += 1;
    creation(() => {
      state.held = 'made';
    });
    return 'created';
  };
  return { state, result: findOrCreate(find, create) };
}

test('what is there is not made', async () => {
  const { state, result } = shelf(() => {}, 'known');
  expect([await result, state.writes]).toEqual(['known', 0]);
});

test('what is not there is made once', async () => {
  const { state, result } = shelf(() => {});
  expect([await result, state.looks, state.writes]).toEqual(['created', 1, 1]);
});

test.each([
  ['was there after all', 422],
  ['was made before the answer was lost', 502],
])('what %s is found, not made again', async (_, status) => {
  const { state, result } = shelf((put) => {
    put();
    throw failure(status);
  });
  expect([await result, state.looks, state.writes]).toEqual(['made', 2, 1]);
});

test.each([
  ['a refusal is an error without another look', 403, 1],
  ['a 422 for another reason stays an error', 422, 2],
  ['a write that did not happen stays an error', 502, 2],
])('%s', async (_, status, looks) => {
  const { state, result } = shelf(() => {
    throw failure(status);
  });
  await expect(result).rejects.toMatchObject({ status });
  expect([state.looks, state.writes]).toEqual([looks, 1]);
});
