import { describe, expect, it } from 'vitest';
import type { Client } from './client.ts';

interface Subject {
  path: string;
  /** A way to store something, and a change that it allows. */
  setUp(): Promise<{ client: Client; change: object; insert(): Promise<{ id: string }> }>;
}

/** What holds wherever an ETag does: unchanged things are not sent again, changed ones not overwritten. */
export function describeConditionalRequests({ path, setUp }: Subject) {
  describe(`ETags of ${path}`, () => {
    it('spare a reader what they already have', async () => {
      const { client, url, change } = await stored();
      const { etag } = (await client.get(url)).headers as { etag: string };
      expect((await client.get(url, { 'if-none-match': etag })).statusCode).toBe(304);
      await client.patch(url, change);
      expect((await client.get(url, { 'if-none-match': etag })).statusCode).toBe(200);
    });

    it('keep a writer from undoing what they have not seen', async () => {
      const { client, url, change } = await stored();
      const stale = { 'if-match': '"1"' };
      const changed = await client.patch(url, change, stale);
      expect(changed.headers.etag).toBe('"2"');
      expect((await client.patch(url, change, stale)).statusCode).toBe(412);
      expect((await client.delete(url, stale)).statusCode).toBe(412);
      expect((await client.get(url)).json()).toEqual(changed.json());
      expect((await client.delete(url, { 'if-match': '"2"' })).statusCode).toBe(204);
    });

    it('let only one of two simultaneous writers win', async () => {
      const { client, url, change } = await stored();
      const write = async () => (await client.patch(url, change, { 'if-match': '"1"' })).statusCode;
      expect((await Promise.all([write(), write()])).toSorted()).toEqual([200, 412]);
    });
  });

  async function stored() {
    const { client, change, insert } = await setUp();
    return { client, change, url: `${path}/${(await insert()).id}` };
  }
}
