import { z } from 'zod';

/** What the webhook stores: enough to do everything else later. */
export const CommandJob = z.strictObject({
  key: z.string(),
  installation: z.int(),
  owner: z.string(),
  repo: z.string(),
  issue: z.int(),
  /** Null when the issue's own text is the command. */
  comment: z.int().nullable(),
  user: z.string(),
  command: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('build'), text: z.string() }),
    z.strictObject({ kind: z.enum(['help', 'unknown']), word: z.string() }),
  ]),
  date: z.string(),
});
export type CommandJob = z.infer<typeof CommandJob>;

export const commandKind = 'command';
