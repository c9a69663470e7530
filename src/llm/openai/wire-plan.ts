import { z } from 'zod';
import { accessLevels, fieldTypes } from '../../core/plan/entity.ts';
import { languages } from '../../core/plan/plan.ts';
import { relationKinds } from '../../core/plan/relation.ts';
import { topics } from '../../core/plan/topics.ts';

/*
 * What the model answers. Only what strict structured output allows: every property required,
 * null for "none", no defaults, formats or patterns; those are checked when the answer is read.
 */
const Field = z.strictObject({
  name: z.string(),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  unique: z.boolean(),
  managed: z.boolean(),
  values: z.array(z.string()).nullable(),
  default: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});

const Entity = z.strictObject({
  name: z.string(),
  description: z.string(),
  fields: z.array(Field),
  owned: z.boolean(),
  read: z.enum(accessLevels),
  write: z.enum(accessLevels),
});

const Relation = z.strictObject({
  kind: z.enum(relationKinds),
  from: z.string(),
  to: z.string(),
  as: z.string().nullable(),
  required: z.boolean(),
});

const Role = z.strictObject({
  name: z.string(),
  description: z.string(),
  manages: z.array(z.string()),
});

export const outcomes = ['plan', 'unclear', 'contradiction', 'refused'] as const;

/** Ids and topics are enums for the model, and any string when its answer is read. */
const wirePlan = <Id extends z.ZodType<string>, Topic extends z.ZodType<string>>(
  moduleId: Id,
  topic: Topic,
) =>
  z.strictObject({
    outcome: z.enum(outcomes),
    /** The halves that exclude each other, or the part that is refused as `first`. */
    objection: z
      .strictObject({ first: z.string(), second: z.string(), why: z.string() })
      .nullable(),
    language: z.enum(languages),
    name: z.string(),
    title: z.string(),
    summary: z.string(),
    modules: z.array(
      z.strictObject({
        id: moduleId,
        options: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        reason: z.string(),
      }),
    ),
    entities: z.array(Entity),
    relations: z.array(Relation),
    roles: z.array(Role),
    assumptions: z.array(z.string()),
    uncovered: z.array(z.strictObject({ part: z.string(), advice: z.string(), topic })),
  });

export const WirePlan = wirePlan(z.string(), z.string());
export type WirePlan = z.infer<typeof WirePlan>;

/** The schema that the model is held to. */
export function wireJsonSchema(moduleIds: readonly string[]): Record<string, unknown> {
  const [first = 'none', ...rest] = moduleIds.toSorted();
  const { $schema: _, ...schema } = z.toJSONSchema(
    wirePlan(z.enum([first, ...rest]), z.enum([...topics, 'other'])),
  );
  return schema;
}
