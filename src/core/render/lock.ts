import { z } from 'zod';
import type { Tree } from '../manifest/module.ts';
import { Entity } from '../plan/entity.ts';
import { languages, OptionValue } from '../plan/plan.ts';
import { Relation } from '../plan/relation.ts';
import { Role } from '../plan/role.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { blobId } from './blob-id.ts';
import { inDirectory } from './place.ts';

export const lockPath = 'sotacode.lock.json';
/** The lock of the server in a folder of the repository; an empty folder is its root. */
export const lockPathIn = (directory: string) => inDirectory(directory, lockPath);

/** What was decided: written to the user's repository, and the base of every later change. */
export const Lock = z.strictObject({
  $schema: z.string(),
  lockVersion: z.literal(1),
  /** Folder of the server; absent at the repository's root. */
  directory: z.string().optional(),
  name: z.string(),
  title: z.string(),
  language: z.enum(languages),
  modules: z.record(
    z.string(),
    z.strictObject({
      version: z.string(),
      /** False for what another module required: it leaves with that module. */
      asked: z.boolean(),
      options: z.record(z.string(), OptionValue),
      /** npm package of a module that is not of the catalogue itself, and its SRI hash. */
      package: z.strictObject({ name: z.string(), integrity: z.string() }).optional(),
    }),
  ),
  entities: z.array(Entity),
  relations: z.array(Relation),
  /** Absent when there are none. */
  roles: z.array(Role).optional(),
  /** Applied in this order; later changes append. */
  migrations: z.array(z.string()),
  /** Generated file, as a path in the repository -> git blob id of what was written. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{40}$/)),
});
export type Lock = z.infer<typeof Lock>;

export function makeLock(
  { plan, modules }: Resolution,
  migrations: readonly string[],
  files: Tree,
  directory: string,
): Lock {
  const chosen = modules.map(({ module, options, cause }) => {
    const asked = cause.kind === 'plan';
    const from = module.package ? { package: module.package } : {};
    return [module.id, { version: module.version, asked, options, ...from }] as const;
  });

  return {
    $schema: 'https://raw.githubusercontent.com/sotacode/sotacode/main/schemas/lock.schema.json',
    lockVersion: 1,
    ...(directory === '' ? {} : { directory }),
    name: plan.name,
    title: plan.title,
    language: plan.language,
    modules: Object.fromEntries(chosen),
    entities: plan.entities,
    relations: plan.relations,
    ...(plan.roles.length > 0 ? { roles: plan.roles } : {}),
    migrations: [...migrations],
    files: Object.fromEntries([...files].map(([path, content]) => [path, blobId(content)])),
  };
}
