import { readFileSync } from 'node:fs';
import { z } from 'zod';

const labels = z.array(z.string());

/** What a request should keep. `aliases` are other names for it; empty lists are not scored. */
export const ExpectedEntity = z.object({
  name: z.string(),
  fields: z.array(z.string()).default([]),
  /** `belongsTo Author`, `hasMany Book`. */
  relations: z.array(z.string()).default([]),
  aliases: z.array(z.string()).default([]),
});
export type ExpectedEntity = z.infer<typeof ExpectedEntity>;

/** A request and what a competent engineer would make of it, by label (see core/plan/topics.ts). */
export const Case = z.object({
  id: z.string(),
  lang: z.string(),
  request: z.string(),
  expect: z.enum(['build', 'conflict', 'refuse']),
  required: labels,
  acceptable: labels,
  forbidden: labels,
  /** One member of each group must be there. */
  any_of: z.array(labels),
  entities: z.array(ExpectedEntity),
});
export type Case = z.infer<typeof Case>;

/** One case per line. */
export const readCases = (path: string): Case[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Case.parse(JSON.parse(line)));
