import { expect, it } from 'vitest';
import type { Permission } from '../../../src/contracts/permissions.ts';
import { isWithinReach, ownerLimitFor, reachRefusal } from '../../../src/modules/crud/reach.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const write = 'notes:write' as string as Permission;
const identity = { userId: 'me', role: 'member' } as const;
const member = { identity, can: async () => false };
const editor = { identity, can: async (permission: Permission) => permission === write };
const mine = { ownerId: 'me' };
const theirs = { ownerId: 'boss' };

it('callers are limited to their own rows, holders of the permission are not', async () => {
  expect(await ownerLimitFor(member, write)).toBe('me');
  expect(await ownerLimitFor(editor, write)).toBeNull();
  expect(await ownerLimitFor(editor, 'notes:read' as string as Permission)).toBe('me');
});

it.each([
  ['a member', member, 'their own', mine, true],
  ['a member', member, "somebody else's", theirs, false],
  ['a holder', editor, "somebody else's", theirs, true],
])('for %s, %3$s row is within reach: %5$s', async (_who, caller, _whose, row, expected) => {
  expect(await isWithinReach(caller, row, write)).toBe(expected);
});

it.each([
  ['nothing', member, undefined, 404],
  ["somebody else's row", member, theirs, 403],
  ['their own row at another version', member, mine, 412],
  ["a holder's row of somebody else at another version", editor, theirs, 412],
])('a write that hit %s answers', async (_what, caller, current, statusCode) => {
  expect(await reachRefusal(app, caller, current, write)).toMatchObject({ statusCode });
});
