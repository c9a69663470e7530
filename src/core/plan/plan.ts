import { z } from 'zod';
import { Entity } from './entity.ts';
import { Relation } from './relation.ts';
import { roles } from './role.ts';
import { topics } from './topics.ts';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

export const OptionValue = z.union([z.string().max(200), z.number(), z.boolean()]);
export type OptionValue = z.infer<typeof OptionValue>;

/** A module that the planner chose. `reason` is one sentence for the reader of the pull request. */
export const PlannedModule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  options: z.record(z.string(), OptionValue).default({}),
  reason: z.string().max(300),
});
export type PlannedModule = z.infer<typeof PlannedModule>;

/** A part of the request that no module covers, and what the user can do about it. */
export const Uncovered = z.strictObject({
  part: z.string().max(200),
  advice: z.string().max(400),
});
export type Uncovered = z.infer<typeof Uncovered>;

/** What was asked for, as data. */
export const Plan = z.strictObject({
  /** npm package name and directory slug. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/),
  title: z.string().min(1).max(80),
  summary: z.string().max(400),
  language: z.enum(languages),
  /** Who planned: `offline`, or the model's name. Told to the user. */
  planner: z.string().max(100),
  modules: z.array(PlannedModule).max(100),
  entities: z.array(Entity).max(40),
  relations: z.array(Relation).max(80),
  /** Beside `member` and `admin`, which every server with accounts has. */
  roles,
  assumptions: z.array(z.string().max(300)).max(20),
  /** `topic`: what kind of thing the part is, where it is one that back ends are known to do. */
  uncovered: z.array(Uncovered.extend({ topic: z.enum(topics).optional() })).max(20),
});
export type Plan = z.infer<typeof Plan>;
