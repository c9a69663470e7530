import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorld, openTalk, openWorld, type Talk } from './talk.ts';

let world: OpenWorld;
let blog: Talk;
beforeAll(async () => {
  world = await openWorld();
  blog = await openTalk(world, 'blog', { 'docs/mine.md': 'Mine.' });
  await blog.open('/sotacode build a blog with accounts');
  await blog.hears('The server is ready: #2');
}, 90_000);
afterAll(() => world?.close(), 60_000);

/** What people ask, and what the App says. */
const cases: [asked: string, on: 'issue' | 'pull request', ...words: string[]][] = [
  ['/sotacode modules', 'issue', '**`base`**', '`auth-jwt`', '`/sotacode explain <module>`'],
  [
    '/sotacode modules sign in with password',
    'issue',
    'Modules for “sign in with password”',
    '`auth-password`',
  ],
  ['/sotacode modules quantum', 'issue', 'No module is about “quantum”'],
  ['/sotacode explain auth-jwt', 'issue', '(`auth-jwt` 1.', 'does not have it', 'JWT_'],
  ['/sotacode explain `auth-jwt`', 'pull request', 'This repository has version 1.'],
  [
    '/sotacode explain src/modules/auth-jwt/index.ts',
    'pull request',
    'by the module',
    'as it was generated',
  ],
  ['/sotacode explain posts/routes.ts', 'pull request', 'from the entity **Post**'],
  ['/sotacode explain src/app.ts', 'pull request', 'part of the frame'],
  ['/sotacode explain package.json', 'pull request', 'what every module of this server declares'],
  ['/sotacode explain sotacode.lock.json', 'pull request', 'records what was decided'],
  ['/sotacode explain docs/mine.md', 'pull request', 'your own: it was not generated'],
  ['/sotacode explain src/app.ts', 'issue', 'neither a module nor a file `src/app.ts`'],
  ['/sotacode explain auth-jtw', 'issue', 'did you mean `auth-jwt`?'],
  ['/sotacode help', 'issue', '`/sotacode plan <request>`', '`/sotacode explain <module or file>`'],
  ['/sotacode biuld a shop', 'issue', 'Did you mean `/sotacode build a shop`?'],
  ['/sotacode an online store', 'issue', 'Did you mean `/sotacode build an online store`?'],
  ['/sotacode объясни auth-jwt', 'issue', '`/sotacode explain auth-jwt`'],
];

describe('questions', { timeout: 60_000 }, () => {
  it.each(cases)('%s on the %s', async (asked, on, ...words) => {
    const before = blog.answers().length;
    await blog.say(asked, on === 'issue' ? 1 : 2);
    const heard = await blog.hears(words[0] ?? '');
    for (const word of words) expect(heard.body).toContain(word);
    expect(blog.answers().length).toBeLessThanOrEqual(before + 1);
  });

  it('a file that was edited is told to be', async () => {
    const branch = blog.repository.pulls[0]?.head ?? '';
    const files = { 'src/app.ts': '// mine' };
    await world.github.push({ repo: blog.repo, by: 'ann', branch, files });
    await blog.say('/sotacode explain /src/app.ts', 2);
    await blog.hears('It has been edited since');
  });

  it('an issue in Russian is answered in Russian', async () => {
    const talk = await openTalk(world, 'russian');
    await talk.open('Нам нужен сервер для библиотеки.');
    await talk.say('/sotacode modules');
    await talk.hears('Из этих модулей можно собирать');
    await talk.say('/sotacode explain auth-jwt');
    await talk.hears('В этом репозитории его нет');
    await talk.say('/sotacode');
    await talk.hears('Вот что я умею');
  });
});
