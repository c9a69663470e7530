import type { Role } from '../../contracts/users.ts';

export const roles = ['member', 'admin'] as const satisfies Role[];
