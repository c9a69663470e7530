import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWhile, type OpenWorld, openTalk, openWorld } from './talk.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close(), 60_000);

const ready = 'The server is ready: #2';

describe('/sotacode plan', { timeout: 120_000 }, () => {
  it('shows modules, data, files and gaps, and writes nothing', async () => {
    const { repository, open, hears, answers } = await openTalk(world, 'seen');
    const { issue } = await open('/sotacode plan a blog with comments and PayPal');
    const plan = await hears('## Plan: Blog');
    const done = await hears('The plan is ready: http');
    expect(answers()).toHaveLength(2);
    for (const part of [
      '| module | version | why |',
      'erDiagram',
      'PayPal',
      '`src/app.ts`',
      'Nothing was written',
    ])
      expect(plan.body).toContain(part);
    expect(done.body).toContain(`issues/${issue.number}#issuecomment-${plan.id}`);
    expect(done.body).toContain('✅ Write files');
    expect(done.body).not.toContain('Pull request');
    expect(repository.pulls).toEqual([]);
    expect([...repository.heads.keys()]).toEqual(['main']);
    expect(repository.checkRuns).toEqual([]);
  });

  it('`/sotacode build` takes the plan that was shown, in its own words', async () => {
    const { repository, open, say, hears } = await openTalk(world, 'taken');
    await open('/sotacode plan a blog with comments');
    await hears('The plan is ready');
    await say('/sotacode build');
    await hears(ready);
    expect(repository.pulls[0]?.body).toContain('> a blog with comments');
    expect(repository.pulls[0]?.head).toBe('sotacode/blog-comments-1');
    expect(repository.pulls[0]?.labels).toEqual(['sotacode']);
  });

  it('an answer of 👍 takes it too', async () => {
    const { open, say, hears } = await openTalk(world, 'thumb');
    await open('/sotacode plan a to-do list');
    await hears('The plan is ready');
    await say('👍', 1, 'bob');
    await say('👍');
    await hears(ready);
  });

  it('a 👍 on the plan takes that plan, when a writer gives it', async () => {
    const { repository, open, say, hears, react } = await openTalk(world, 'reaction');
    await open('/sotacode plan a to-do list');
    const first = await hears('## Plan: To-do');
    await say('/sotacode plan a blog');
    await hears('## Plan: Blog');
    await react(first.id, 'bob');
    await aWhile();
    await react(first.id, 'ann');
    await hears(ready);
    expect(repository.pulls[0]?.title).toContain('To-do');
  });

  it('a 👍 of a writer whom the configuration leaves out is passed over', async () => {
    const config = { '.github/sotacode.yml': 'trigger: { users: [carol] }\n' };
    const { repo, answers, hears, react } = await openTalk(world, 'carols', config);
    world.github.addUser('carol', { [repo]: 'write' });
    await world.github.openIssue({ repo, by: 'carol', body: '/sotacode plan a to-do list' });
    const plan = await hears('## Plan: To-do');
    await react(plan.id, 'ann');
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(
      answers()
        .map(({ body }) => body)
        .join(),
    ).not.toContain('lets only');
    await react(plan.id, 'carol');
    await hears(ready);
  });

  it('a 👍 under an issue without a plan is nobody’s business', async () => {
    const { repository, open, say, answers } = await openTalk(world, 'no-plan');
    await open('Shall we?');
    await say('👍');
    await say('👍', 1, 'bob');
    await aWhile();
    expect(answers()).toEqual([]);
    expect(repository.reactions).toEqual([]);
  });

  it('a plan whose data somebody spoilt is not built', async () => {
    const { repository, open, say, hears } = await openTalk(world, 'spoilt');
    await open('/sotacode plan a blog');
    const plan = await hears('## Plan: Blog');
    await hears('The plan is ready');
    plan.body = plan.body.replace('"entities":[', '"entities":[{"name":"../x"},');
    await say('/sotacode build');
    await hears('cannot be read any more');
    expect(repository.pulls).toEqual([]);
  });

  it('`/sotacode build` with neither words nor a plan says what to write', async () => {
    const { open, hears } = await openTalk(world, 'empty');
    await open('/sotacode build');
    await hears('The request is empty.');
  });

  it('speaks Russian to Russian', async () => {
    const { open, hears, say } = await openTalk(world, 'russian');
    await open('/sotacode plan блог с комментариями');
    expect((await hears('## План: ')).body).toContain('Ничего не записано');
    await hears('План готов');
    await say('/sotacode build');
    await hears('Сервер готов: #2');
  });
});
