import { z } from 'zod';

/**
 * Types a field can have.
 * `money` is an integer amount in minor units plus an ISO 4217 currency; `decimal` travels as a string.
 */
export const fieldTypes = [
  'string',
  'text',
  'integer',
  'number',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'email',
  'url',
  'enum',
  'money',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const camelCase = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
export const pascalCase = z.string().regex(/^[A-Z][a-zA-Z0-9]{0,39}$/);

export const Field = z.strictObject({
  name: camelCase,
  type: z.enum(fieldTypes),
  required: z.boolean().default(true),
  unique: z.boolean().default(false),
  /** Set by the server and by admins, never by the people who write the rest: an order's status. */
  managed: z.boolean().default(false),
  /** Allowed values; only for `enum`, where it is required. */
  values: z
    .array(z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/))
    .max(30)
    .optional(),
  default: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
  /** Both inclusive; only for `integer`, `number` and `money` (minor units, from 0 unless said). */
  min: z.number().optional(),
  max: z.number().optional(),
});
export type Field = z.infer<typeof Field>;

/**
 * Who may do a thing to an entity: anybody, any signed-in user, its owner (and admins), or admins only.
 */
export const accessLevels = ['public', 'authenticated', 'owner', 'admin'] as const;
export const Access = z.enum(accessLevels);
export type Access = z.infer<typeof Access>;

export const Entity = z.strictObject({
  name: pascalCase,
  description: z.string().max(200).default(''),
  fields: z.array(Field).max(40),
  /** Each row belongs to the user who created it. */
  owned: z.boolean().default(false),
  read: Access.default('public'),
  write: Access.default('public'),
});
export type Entity = z.infer<typeof Entity>;
