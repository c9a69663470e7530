import { expect, test } from 'vitest';
import { coalesce } from '../../../src/github/progress/coalesce.ts';

function recorder() {
  const written: string[] = [];
  const write = async (state: string) => {
    if (state === 'bad') throw new Error('502');
    written.push(state);
  };
  return { written, ...coalesce(write, 50) };
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 120));

test('the first state is written at once, of the next ones only the newest', async () => {
  const { written, push } = recorder();
  for (const state of ['a', 'b', 'c']) push(state);
  await pause();
  expect(written).toEqual(['a', 'c']);
});

test('the last word is written last, in place of what was waiting', async () => {
  const { written, push, flush } = recorder();
  for (const state of ['a', 'b']) push(state);
  await flush('end');
  await pause();
  expect(written).toEqual(['a', 'end']);
});

test('a progress line that failed stops nothing, a last word that failed does', async () => {
  const { written, push, flush } = recorder();
  push('bad');
  await flush('end');
  expect(written).toEqual(['end']);
  await expect(flush('bad')).rejects.toThrow('502');
});

test('after stop nothing is written', async () => {
  const { written, push, stop } = recorder();
  for (const state of ['a', 'b']) push(state);
  await stop();
  await pause();
  expect(written).toEqual(['a']);
});
