import { expect, test } from 'vitest';
import { stickyComment } from '../../../src/github/progress/sticky-comment.ts';
import { github, shop, target, useNock } from './nock-github.ts';

useNock();

const comments = shop('/issues/7/comments');
const first = `${comments}?per_page=100`;
const said = (text: string) => `<!-- sotacode:build -->\n${text}`;
const bot = { type: 'Bot' };
const open = () => stickyComment({ ...target, issue: 7 }, 'build');

test('the first word makes a comment, the next ones change it without another look', async () => {
  github()
    .get(first)
    .reply(200, [])
    .post(comments, { body: said('a') })
    .reply(201, { id: 3, body: said('a'), user: bot });
  github()
    .patch(shop('/issues/comments/3'), { body: said('b') })
    .reply(200, {});
  github()
    .patch(shop('/issues/comments/3'), { body: said('c') })
    .reply(200, {});
  const comment = open();
  for (const text of ['a', 'b', 'b', 'c']) await comment.write(text);
});

test('our comment is found on a later page, and not by words that people copied', async () => {
  const copied = [
    { id: 1, body: said('copied'), user: { type: 'User' } },
    { id: 2, body: `> ${said('quoted')}`, user: bot },
    { id: 3, body: '<!-- sotacode:help -->\nOther', user: bot },
  ];
  const next = { link: `<https://api.github.com${first}&page=2>; rel="next"` };
  github().get(first).reply(200, copied, next);
  github()
    .get(`${first}&page=2`)
    .reply(200, [{ id: 4, body: said('old'), user: bot }]);
  github()
    .patch(shop('/issues/comments/4'), { body: said('new') })
    .reply(200, {});
  await open().write('new');
});

test('what the comment says already is not written again', async () => {
  github()
    .get(first)
    .reply(200, [{ id: 4, body: said('same'), user: bot }]);
  await open().write('same');
});

test('what must be said once stays as it was said', async () => {
  github()
    .get(first)
    .reply(200, [{ id: 4, body: said('before'), user: bot }]);
  expect(await open().ensure('after')).toMatchObject({ id: 4, body: said('before') });
});

test('a comment whose answer was lost is found, and brought up to date', async () => {
  github().get(first).reply(200, []).post(comments).reply(502);
  github()
    .get(first)
    .reply(200, [{ id: 5, body: said('a'), user: bot }]);
  await open().write('a');
});
