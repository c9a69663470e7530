import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { blobId } from '../../src/core/render/blob-id.ts';
import { objectsFromStandIn } from './emulate-against-stand-in.ts';
import { emulateGaps } from './emulate-gaps.ts';
import { type GitObjects, objectsAt } from './emulate-objects.ts';
import { type EmulateWorld, openEmulateWorld } from './emulate-world.ts';

interface Pull {
  number: number;
  title: string;
  body: string;
  head: { ref: string; sha: string };
  labels: { name: string }[];
}
type Comment = { id: number; body: string; user: { login: string } };

const body = '/sotacode build a blog with comments';

/** The same story on a GitHub that is not ours, for the calls that it has. */
describe('a build with emulate underneath', () => {
  let world: EmulateWorld;
  let created_at: string;
  let base: GitObjects;
  let built: GitObjects;
  const shop = <T>(path: string, sent?: object) => world.ask<T>(`/repos/ann/shop${path}`, sent);
  const pulls = () => shop<Pull[]>('/pulls?state=all');
  const comments = () => shop<Comment[]>('/issues/1/comments');
  const answered = (text: string) =>
    vi.waitFor(async () => expect((await comments()).at(-1)?.body).toContain(text), {
      ...{ timeout: 60_000, interval: 200 },
    });

  beforeAll(async () => {
    world = await openEmulateWorld();
    base = await objectsAt(shop, 'main');
    const sent = { title: 'A server, please', body };
    ({ created_at } = await shop<{ created_at: string }>('/issues', sent));
    await answered('The server is ready: #2');
    built = await objectsAt(shop, (await pulls())[0]?.head.ref ?? '');
  }, 120_000);
  afterAll(() => world?.close());

  it('ends in one commit, one pull request, one check run and one comment', async () => {
    const [pull, ...more] = await pulls();
    expect(more).toEqual([]);
    expect(pull).toMatchObject({ number: 2, title: 'Add: Blog', head: { sha: built.commit.sha } });
    expect(pull?.body).toContain('Closes #1');
    expect(pull?.labels).toMatchObject([{ name: 'sotacode' }]);
    const checks = await shop<{ check_runs: object[] }>(`/commits/${built.commit.sha}/check-runs`);
    expect(checks.check_runs).toMatchObject([
      { name: 'SotACode', status: 'completed', conclusion: 'success', external_id: 'issue:1' },
    ]);
    expect(await comments()).toMatchObject([{ user: { login: 'sotacode[bot]' } }]);
  });

  it('wrote files whose ids are those of git', () => {
    expect(built.commit.parents).toMatchObject([{ sha: base.commit.sha }]);
    expect(built.files.size).toBeGreaterThan(50);
    for (const { sha, text } of built.files.values()) expect(blobId(text)).toBe(sha);
    expect([...built.files.keys()]).toContain('sotacode.lock.json');
  });

  it('is the same commit, tree and files as on our stand-in', async () => {
    const ours = await objectsFromStandIn({ base, body, at: created_at });
    expect(ours.files).toEqual(built.files);
    expect(ours.commit.tree.sha).toBe(built.commit.tree.sha);
    expect(ours.commit.sha).toBe(built.commit.sha);
  }, 120_000);

  it.each(emulateGaps)('fills in for $lacks, which emulate lacks', async ({ example, call }) => {
    const [method, path, status] = example;
    expect(`${method} ${path}`).toMatch(call);
    expect((await fetch(`${world.proxy.emulate}${path}`, { method })).status).toBe(status);
  });

  it('asked emulate for everything but what is listed as missing', () => {
    const { calls } = world.proxy;
    expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
    const filled = calls.filter((call) => call.filled).map(({ call }) => call);
    for (const { call } of emulateGaps) expect(filled.some((one) => call.test(one))).toBe(true);
    expect(calls.length - filled.length).toBeGreaterThan(15);
  });

  // The branch is asked, because emulate's pull requests do not follow their heads.
  it('comes again to the same branch, pull request and comment', async () => {
    const [pull] = await pulls();
    const said = await shop<Comment>('/issues/1/comments', { body });
    await vi.waitFor(async () => {
      const { object } = await shop<{ object: { sha: string } }>(
        `/git/ref/heads/${pull?.head.ref}`,
      );
      expect(object.sha).not.toBe(built.commit.sha);
      expect((await comments())[0]?.body).toContain('The server is ready: #2');
    }, 30_000);
    expect((await pulls()).map(({ number }) => number)).toEqual([2]);
    expect((await comments()).map(({ id }) => id)).toEqual([said.id - 1, said.id]);
  }, 90_000);
});
