import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cloned } from '../edges/github/scene.ts';
import { aWhile, type OpenWorld, openTalk, openWorld } from './talk.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close(), 60_000);

const configured = (name: string, config: string, files: Record<string, string> = {}) =>
  openTalk(world, name, { '.github/sotacode.yml': config, ...files });
const ready = 'The server is ready: #2';

describe('.github/sotacode.yml', { timeout: 120_000 }, () => {
  it('puts the server into a folder of a larger repository', async () => {
    const talk = await configured('mono', 'directory: apps/api\n', {
      'package.json': '{}',
      'README.md': 'Ours',
    });
    await talk.open('/sotacode build a blog');
    await talk.hears(ready);
    const branch = talk.repository.pulls[0]?.head ?? '';
    const file = (path: string) => cloned(world.github, talk.repo, branch, path);
    expect(await file('README.md')).toBe('Ours');
    expect(await file('package.json')).toBe('{}');
    expect(JSON.parse(await file('apps/api/package.json'))).toMatchObject({ name: 'blog' });
    expect(await file('.github/workflows/apps-api.yml')).toContain('working-directory: apps/api');
    const lock = JSON.parse(await file('apps/api/sotacode.lock.json'));
    expect(lock).toMatchObject({ directory: 'apps/api' });
    expect(Object.keys(lock.files)).toContain('.github/workflows/apps-api.yml');
    expect(talk.repository.pulls[0]?.body).toContain('cd apps/api');
  });

  it('names files that are in the way, proposes a folder, and the folder works', async () => {
    const talk = await openTalk(world, 'full', {
      'package.json': '{"mine":true}',
      'src/app.ts': 'mine',
    });
    await talk.open('/sotacode build a blog');
    const refusal = await talk.hears('already has files that the server would replace');
    expect(refusal.body).toContain('package.json, src/app.ts');
    expect(refusal.body).toContain('`directory: server` in `.github/sotacode.yml`');
    expect(talk.repository.pulls).toEqual([]);
    const files = { '.github/sotacode.yml': 'directory: server\n' };
    await world.github.push({ repo: talk.repo, by: 'ann', branch: 'main', files });
    await talk.say('/sotacode build a blog');
    await talk.hears(ready);
  });

  it('sets base branch, language and labels', async () => {
    const talk = await openTalk(world, 'trunk');
    await world.github.push({ repo: talk.repo, by: 'ann', branch: 'develop', files: { a: '1' } });
    const files = {
      '.github/sotacode.yml': 'base: develop\nlanguage: ru\nlabels: [backend, bot]\n',
    };
    await world.github.push({ repo: talk.repo, by: 'ann', branch: 'main', files });
    await talk.open('/sotacode build a blog');
    await talk.hears('Сервер готов: #2');
    expect(talk.repository.pulls[0]).toMatchObject({ base: 'develop', labels: ['backend', 'bot'] });
    const branch = talk.repository.pulls[0]?.head ?? '';
    const workflow = await cloned(world.github, talk.repo, branch, '.github/workflows/ci.yml');
    expect(workflow).toContain('branches: ["develop"]');
  });

  it('keeps the pull request a draft until its CI is green', async () => {
    const talk = await configured('draft', 'draft: true\n');
    await talk.open('/sotacode build a blog');
    await talk.hears(ready);
    const [pull] = talk.repository.pulls;
    const commit = talk.repository.heads.get(pull?.head ?? '') ?? '';
    expect(pull?.draft).toBe(true);
    await world.github.finishChecks(talk.repo, commit, 'failure');
    await aWhile();
    expect(pull?.draft).toBe(true);
    talk.repository.checkRuns.splice(1);
    await world.github.finishChecks(talk.repo, commit, 'success');
    await vi.waitFor(() => expect(pull?.draft).toBe(false), 20_000);
  });

  it('tells each error with line and column in one comment, and builds nothing', async () => {
    const talk = await configured('broken', 'draft: maybe\nmodules:\n  deny: [helo]\n  dny: []\n');
    await talk.open('/sotacode build a blog');
    const told = await talk.hears('The server was not built.');
    expect(told.body).toContain('line 1, column 1: `draft` must be a boolean');
    expect(told.body).toContain('line 4, column 3: `dny` is not a key here; did you mean `deny`?');
    expect(talk.answers()).toHaveLength(1);
    expect(talk.repository.pulls).toEqual([]);
  });

  it('leaves out what is denied and says so', async () => {
    const talk = await configured('denied', 'modules:\n  deny: [hello]\n');
    await talk.open('/sotacode plan a server that greets with hello');
    const plan = await talk.hears('## Plan');
    expect(plan.body).not.toContain('(`hello`)');
  });

  it.each([
    [
      'only maintainers',
      'trigger: { permission: maintain }\n',
      'only people with at least the permission “maintain”',
    ],
    ['only some people', 'trigger: { users: [carol] }\n', 'only `carol`'],
  ])('lets %s give commands', async (name, config, words) => {
    const talk = await configured(name.replaceAll(' ', '-'), config);
    await talk.open('/sotacode build a blog');
    await talk.hears(words);
    await talk.say('/sotacode plan a blog');
    await aWhile();
    expect(talk.answers()).toHaveLength(1);
    expect(talk.repository.reactions).toEqual([]);
    expect(talk.repository.pulls).toEqual([]);
  });
});
