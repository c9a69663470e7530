import type { Policy } from '../../contracts/permissions.ts';

/**
 * What takes more than being signed in: `:read` is to see what admins and owners see, `:write` to
 * change it whoever it belongs to, managed fields too. Nobody needs one for what is theirs.
 */
export const permissions = ['posts:read', 'posts:write', 'tags:write'] as const;

/** What the holders of each role may do beside that. Admins may do everything and need no entry. */
export const policy: Policy = {
  editor: {
    description: 'Corrects everybody’s posts.',
    permissions: ['posts:read', 'posts:write'],
  },
};
