import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWhile, type OpenWorld, openTalk, openWorld } from './talk.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close(), 60_000);

const refusals: [why: string, said: string, sentence: string, files?: Record<string, string>][] = [
  ['no words', '/sotacode build', 'The request is empty.'],
  ['no server in the words', '/sotacode build a sandwich with cheese', 'I could not find a server'],
  [
    'a contradiction',
    '/sotacode build notes without accounts where everybody sees only their own notes',
    'The request contradicts itself',
  ],
  ['harm', '/sotacode build a phishing site that looks like a bank', 'I do not build this'],
  ['harm in Russian', '/sotacode build сайт для фишинга паролей банка', 'Такое я не делаю'],
  [
    'a server that is there already',
    '/sotacode build a blog',
    'already holds a server',
    { 'sotacode.lock.json': '{}' },
  ],
  [
    'a base branch that is not there',
    '/sotacode build a blog',
    'names the branch `develop` as the base, and there is none',
    { '.github/sotacode.yml': 'base: develop\n' },
  ],
  [
    'a module that nothing may use',
    '/sotacode build a blog with accounts',
    'needs `database`',
    { '.github/sotacode.yml': 'modules: { deny: [db-postgres] }\n' },
  ],
];

describe('a build is refused in one comment for', { timeout: 60_000 }, () => {
  it.each(refusals)('%s', async (why, said, sentence, files = {}) => {
    const talk = await openTalk(world, why.replaceAll(' ', '-'), files);
    await talk.open(said);
    await talk.hears(sentence);
    expect(talk.answers()).toHaveLength(1);
    expect(talk.repository.pulls).toEqual([]);
    expect([...talk.repository.heads.keys()]).toEqual(['main']);
    expect(talk.repository.checkRuns).toEqual([]);
  });

  it('a branch with somebody’s own commit', async () => {
    const talk = await openTalk(world, 'taken');
    await talk.open('/sotacode build a blog');
    await talk.hears('The server is ready');
    const branch = talk.repository.pulls[0]?.head ?? '';
    await world.github.push({ repo: talk.repo, by: 'ann', branch, files: { 'mine.ts': '1' } });
    const head = talk.repository.heads.get(branch);
    await talk.say('/sotacode build a blog');
    await talk.hears('has commits by somebody else');
    expect(talk.repository.heads.get(branch)).toBe(head);
  });

  it('somebody who may not write, once per issue and without a trace', async () => {
    const talk = await openTalk(world, 'reader');
    await talk.open('/sotacode build a blog', 'bob');
    await talk.hears('@bob, only people who can write');
    for (const said of ['/sotacode plan a blog', '/sotacode modules', '/sotacode help'])
      await talk.say(said, 1, 'bob');
    await aWhile();
    expect(talk.answers()).toHaveLength(1);
    expect(talk.repository.reactions).toEqual([]);
  });
});
