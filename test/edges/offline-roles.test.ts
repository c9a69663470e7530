import { expect, test } from 'vitest';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const catalogue = await treeCatalogue(process.cwd()).load();

function planOf(text: string) {
  const result = planOffline({ text, catalogue });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const rolesOf = (text: string) =>
  Object.fromEntries(planOf(text).roles.map(({ name, manages }) => [name, manages]));

test.each([
  ['a blog with comments', { editor: ['Post', 'Comment'] }],
  ['a help desk', { agent: ['Ticket', 'TicketReply'] }],
])('a ready model brings its roles, as far as its entities come: %s', (text, roles) =>
  expect(rolesOf(text)).toEqual(roles),
);

test.each([
  ['a blog, editors can manage posts and tags', { editor: ['Post', 'Comment', 'Tag'] }],
  ['shop with accounts; managers approve orders that customers submit', { manager: ['Order'] }],
  [
    'сайт новостей: редакторы управляют статьями, модераторы удаляют комментарии',
    { editor: ['Article'], moderator: ['Comment'] },
  ],
  [
    'library of books; librarians cannot delete loans, librarians manage books',
    { librarian: ['Book'] },
  ],
  ['shop with accounts, managers see orders', {}],
])('the request names roles: %s', (text, roles) => expect(rolesOf(text)).toEqual(roles));

test('the reader sees which words made a role', () => {
  const [role] = planOf('shop with accounts; managers approve orders').roles;
  expect(role?.description).toBe('The request says “managers approve orders”.');
});

test.each(['a help desk without roles', 'a blog without authentication'])('none in %s', (text) =>
  expect(rolesOf(text)).toEqual({}),
);

test('none where no module could give them', () => {
  const modules = new Map([...catalogue.modules].filter(([id]) => id !== 'rbac'));
  const result = planOffline({
    text: 'a blog with comments',
    catalogue: { ...catalogue, modules },
  });
  expect(result).toMatchObject({ ok: true, value: { roles: [] } });
});

test('a plan with roles is a server with rbac', () => {
  const resolved = resolve(planOf('a blog with comments'), catalogue);
  expect(resolved.ok && resolved.value.providers.get('permissions')).toBe('rbac');
});
