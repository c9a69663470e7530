import { expect, it } from 'vitest';
import { ownerLimitOf, ownerRefusal, owns } from '../../../src/modules/crud/ownership.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const member = { userId: 'me', role: 'member' } as const;
const admin = { userId: 'boss', role: 'admin' } as const;

it('members are limited to their own rows, admins are not', () => {
  expect(ownerLimitOf(member)).toBe('me');
  expect(ownerLimitOf(admin)).toBeNull();
  expect(owns(member, { ownerId: 'me' })).toBe(true);
  expect(owns(member, { ownerId: 'boss' })).toBe(false);
  expect(owns(admin, { ownerId: 'me' })).toBe(true);
});

it.each([
  ['nothing', undefined, 404],
  ["somebody else's row", { ownerId: 'boss' }, 403],
  ['their own row at another version', { ownerId: 'me' }, 412],
])('a write of a member that hit %s answers %s %i', (_, current, statusCode) => {
  expect(ownerRefusal(app, member, current)).toMatchObject({ statusCode });
});
