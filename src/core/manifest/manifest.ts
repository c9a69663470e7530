import { z } from 'zod';
import { Access, Entity } from '../plan/entity.ts';
import { OptionValue, Uncovered } from '../plan/plan.ts';
import { Relation } from '../plan/relation.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const oneCondition = '(!?[a-z][a-z0-9-]{0,39}|[a-zA-Z][a-zA-Z0-9]{0,39}=[a-zA-Z0-9._-]{1,60})';
/**
 * `mailer` (somebody provides it), `!mailer` (nobody does) or `storage=s3` (an own option's value);
 * `jobs|mailer` when one of them is enough, `realtime&!tenancy` when it takes all.
 */
const condition = z.string().regex(new RegExp(`^${oneCondition}([|&]${oneCondition})*$`));
const sentence = z.string().min(1).max(300);
/** Told to whoever asked for both, in the language of the request. */
const Why = z.strictObject({ en: sentence, ru: sentence });

/** A module's option, a small subset of JSON Schema so that planners and forms can read it. */
export const OptionSchema = z.strictObject({
  type: z.enum(['string', 'integer', 'boolean']),
  description: sentence,
  default: OptionValue,
  enum: z.array(OptionValue).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** Value -> labels of the planner evaluation that ask for it: `{s3: ['object-storage-s3']}`. */
  labels: z.record(z.string(), z.array(z.string())).optional(),
});
export type OptionSchema = z.infer<typeof OptionSchema>;

/** An environment variable that the generated server reads. */
export const EnvVariable = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'url']),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** Must be set when NODE_ENV=production. */
  required: z.boolean().default(false),
  secret: z.boolean().default(false),
  description: sentence,
  when: condition.optional(),
});
export type EnvVariable = z.infer<typeof EnvVariable>;

/** A service that the server talks to: for compose and for CI. */
export const Service = z.strictObject({
  name: id,
  /** Pinned by digest: `postgres:17-alpine@sha256:…`. */
  image: z.string().regex(/^[^@]+@sha256:[0-9a-f]{64}$/),
  port: z.int(),
  /** Environment of the container in CI, where nothing is secret. */
  env: z.record(z.string(), z.string()).default({}),
  /** Environment that the server needs to reach it on localhost: `{DATABASE_URL: …}`. */
  provides: z.record(z.string(), z.string()).default({}),
  /** `env` for compose, with secrets taken from .env: `{POSTGRES_PASSWORD: '${POSTGRES_PASSWORD:?…}'}`. */
  composeEnv: z.record(z.string(), z.string()).default({}),
  /** `provides` for compose, where the service's name is its host. */
  composeProvides: z.record(z.string(), z.string()).default({}),
  /** What compose starts in place of the image's own command. CI cannot say: there the image's runs. */
  command: z.array(z.string()).min(1).optional(),
  healthCommand: z.string(),
  /** Folder in the container whose content outlives it. */
  volume: z.string().optional(),
  when: condition.optional(),
});
export type Service = z.infer<typeof Service>;

/** A port that the server listens on beside its public one: for container files. */
export const Port = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,14}$/),
  port: z.int().min(1024).max(65_535),
  /** The variable that sets it. */
  env: EnvVariable.shape.name,
  /** The variable with the address to listen on; containers set it to 0.0.0.0. */
  hostEnv: EnvVariable.shape.name.optional(),
  description: sentence,
  when: condition.optional(),
});
export type Port = z.infer<typeof Port>;

/** A folder whose files outlive the server: containers mount something there that lasts. */
export const Volume = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,14}$/),
  /** Where it is mounted in the container: below /data, where it hides nothing of the system. */
  path: z.string().regex(/^\/data(\/[a-z0-9-]+)+$/),
  /** The variable that names the folder; containers set it to `path`. */
  env: EnvVariable.shape.name,
  when: condition.optional(),
});
export type Volume = z.infer<typeof Volume>;

/** What the server calls outside, other than `services`: where networks are closed, a door. */
export const Egress = z.strictObject({
  port: z.int().min(1).max(65_535),
  /** To whom: `mail server`. */
  description: sentence,
  when: condition.optional(),
});
export type Egress = z.infer<typeof Egress>;

/** A capability that another module must provide. */
export const Requirement = z.strictObject({
  capability: id,
  /** SemVer range over the provider's version of the capability. */
  version: z.string().default('^1.0.0'),
});
export type Requirement = z.infer<typeof Requirement>;

/** A Fastify plugin of the module, in the order of registration. */
export const PluginEntry = z.strictObject({
  /** Path in the generated repository: `src/modules/<id>/index.ts`; it has a default export. */
  path: z.string().regex(/^src\/modules\/[a-z0-9-]+\/[a-z0-9-]+\.ts$/),
  /** camelCase name of the import. */
  as: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  /** Registered (and its file rendered) only under this condition; after all unconditional ones. */
  when: condition.optional(),
});

/** A route that the module serves, for the tables that people read. */
export const ModuleEndpoint = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** With parameters as `:id`. */
  path: z.string().regex(/^\/[a-zA-Z0-9:./-]*$/),
  access: Access,
  summary: sentence,
  when: condition.optional(),
});
export type ModuleEndpoint = z.infer<typeof ModuleEndpoint>;

/** What people may expect of the module, and it does not do: told in the pull request. */
export const Gap = z.strictObject({ when: condition.optional(), en: Uncovered, ru: Uncovered });
export type Gap = z.infer<typeof Gap>;

export const Manifest = z.strictObject({
  title: z.string().min(1).max(60),
  category: z.string().min(1),
  keywords: z.strictObject({ en: z.array(z.string()), ru: z.array(z.string()) }),
  /** Labels of the planner evaluation that the module answers. */
  labels: z.array(z.string()).default([]),
  /** Always part of a server, whatever the plan says. */
  always: z.boolean().default(false),
  /** Place in the start order among modules that do not require each other: the lower, the earlier. */
  order: z.int().default(100),
  /** Chosen to meet a requirement when several modules could: the higher wins. */
  preference: z.int().default(0),
  /** Capability -> version of its contract. */
  provides: z.record(id, z.string()).default({}),
  requires: z.array(Requirement).default([]),
  optional: z.array(Requirement).default([]),
  conflicts: z.array(z.strictObject({ module: id, why: Why })).default([]),
  /** At most one module per slot, for example `database`. */
  slot: id.optional(),
  options: z.record(z.string(), OptionSchema).default({}),
  env: z.array(EnvVariable).default([]),
  services: z.array(Service).default([]),
  ports: z.array(Port).default([]),
  volumes: z.array(Volume).default([]),
  /** TCP ports of other hosts that the module connects to. */
  egress: z.array(Egress).default([]),
  plugins: z.array(PluginEntry).default([]),
  /** Path (or folder ending in `/`) -> condition without which the file is not rendered. */
  filesWhen: z.record(z.string(), condition).default({}),
  /** npm package -> condition without which the server does not depend on it. */
  packagesWhen: z.record(z.string(), condition).default({}),
  /** SQL migrations in `files/migrations/`, in order: names without `.sql`. */
  migrations: z.array(z.string()).default([]),
  /** Generated entities that the module stands on: the plan gets what it lacks of them. */
  entities: z.array(Entity).default([]),
  /** Its own tables, as entities: those of a plan give way to them. For diagrams and planners. */
  ownsEntities: z.array(Entity).default([]),
  /** Between its own tables, or from an entity to one of them. */
  ownsRelations: z.array(Relation).default([]),
  /** npm scripts added to the generated package.json. */
  scripts: z.record(z.string(), z.string()).default({}),
  /** Every route of the module. */
  endpoints: z.array(ModuleEndpoint).default([]),
  gaps: z.array(Gap).default([]),
  routes: z.string().optional(),
  permissions: z.array(z.string()).default([]),
  stability: z.enum(['experimental', 'stable', 'deprecated']),
  since: z.iso.date(),
});
export type Manifest = z.infer<typeof Manifest>;
