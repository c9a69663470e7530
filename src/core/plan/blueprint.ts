import { z } from 'zod';
import { Entity, pascalCase } from './entity.ts';
import { Relation } from './relation.ts';
import { roles } from './role.ts';

/** The part of a plan that a blueprint settles beforehand. */
export const BlueprintPlan = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/),
  /** Ids of modules that the model needs beside the storage of its entities. */
  modules: z.array(z.string()).default([]),
  entities: z.array(Entity).min(1),
  relations: z.array(Relation).default([]),
  roles,
  /** Entities that come only when the request names them. */
  optional: z.array(pascalCase).default([]),
  /** Entities by other names than here, which a request that names them does not mean beside these. */
  covers: z.array(pascalCase).default([]),
  /** Sentences that the reader of the pull request should know. */
  assumptions: z.array(z.strictObject({ en: z.string(), ru: z.string() })).default([]),
});
export type BlueprintPlan = z.infer<typeof BlueprintPlan>;

/** One file of templates/blueprints. */
export const Blueprint = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.string().min(1).max(80),
  titleRu: z.string().min(1).max(80),
  keywords: z.strictObject({ en: z.array(z.string()).min(1), ru: z.array(z.string()).min(1) }),
  plan: BlueprintPlan,
});
export type Blueprint = z.infer<typeof Blueprint>;
