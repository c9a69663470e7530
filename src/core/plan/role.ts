import { z } from 'zod';
import { pascalCase } from './entity.ts';

/** People with rights of their own between members and admins: an editor manages Post and Comment. */
export const Role = z.strictObject({
  /** kebab-case: `content-editor` */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(40),
  description: z.string().max(200).default(''),
  /** Entities whose rows its holders see and change whoever owns them, as admins do. */
  manages: z.array(pascalCase).max(40),
});
export type Role = z.infer<typeof Role>;

export const roles = z.array(Role).max(12).default([]);
