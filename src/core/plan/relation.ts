import { z } from 'zod';
import { camelCase, pascalCase } from './entity.ts';

export const relationKinds = ['one-to-many', 'many-to-many'] as const;

/**
 * `one-to-many`: one `from` has many `to`; the foreign key stands on `to`, named `<as>Id`.
 * `many-to-many`: a join table; routes hang under `from`.
 */
export const Relation = z.strictObject({
  kind: z.enum(relationKinds),
  from: pascalCase,
  to: pascalCase,
  /** How `to` calls its `from`; the camel-cased name of `from` when absent. */
  as: camelCase.optional(),
  /** Only for one-to-many: a `to` cannot exist without its `from`. */
  required: z.boolean().default(true),
});
export type Relation = z.infer<typeof Relation>;
