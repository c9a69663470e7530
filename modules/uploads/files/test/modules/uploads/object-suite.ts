import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { ObjectStore } from '../../../src/modules/uploads/object-store.ts';

interface Subject {
  start(): Promise<ObjectStore>;
  /** Everything that is kept, drafts included. */
  names(): Promise<string[]>;
}

/** What each storage must do. */
export function describeObjects({ start, names }: Subject) {
  const never = new AbortController().signal;
  const of = (...parts: (string | Buffer)[]) =>
    Readable.from(parts.map((part) => Buffer.from(part)));

  test('keeps an object and gives it back, whole or in part', async () => {
    const store = await start();
    const id = v7();
    await store.put(id, of('hello ', 'world'), never);
    expect(String(await buffer(await store.open(id)))).toBe('hello world');
    expect(String(await buffer(await store.open(id, { start: 4, end: 6 })))).toBe('o w');
    expect((await names()).filter((name) => name.includes(id))).toHaveLength(1);
  });

  test('keeps objects of many parts', async () => {
    const store = await start();
    const id = v7();
    const part = Buffer.alloc(3_000_000, 'x');
    await store.put(id, of(part, part, part, part), never);
    expect((await buffer(await store.open(id))).equals(Buffer.alloc(12_000_000, 'x'))).toBe(true);
  });

  test.each([10, 7_000_000])('keeps nothing of content that fails after %i bytes', async (size) => {
    const store = await start();
    const id = v7();
    async function* failing() {
      yield Buffer.alloc(size);
      throw new Error('no more');
    }
    await expect(store.put(id, Readable.from(failing()), never)).rejects.toThrow();
    await expect(store.open(id)).rejects.toThrow();
    expect((await names()).filter((name) => name.includes(id))).toEqual([]);
  });

  test('keeps nothing of content that takes too long', async () => {
    const store = await start();
    const id = v7();
    const endless = new Readable({ read() {} });
    endless.push('a');
    await expect(store.put(id, endless, AbortSignal.timeout(100))).rejects.toThrow();
    expect(endless.destroyed).toBe(true);
    expect((await names()).filter((name) => name.includes(id))).toEqual([]);
  });

  test('removes objects, and does not mind when there is none', async () => {
    const store = await start();
    const id = v7();
    await store.put(id, of('x'), never);
    await store.remove(id);
    await store.remove(id);
    await expect(store.open(id)).rejects.toThrow();
  });
}
