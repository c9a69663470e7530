import { z } from 'zod';
import { commandNames } from '../../core/command/parse-command.ts';
import { languages } from '../../core/plan/plan.ts';

/** A repository, as an installation of the App sees it. */
export const Location = z.strictObject({
  installation: z.int(),
  owner: z.string(),
  repo: z.string(),
});

/** What the webhook stores: enough to do everything else later. */
export const CommandJob = z.strictObject({
  ...Location.shape,
  key: z.string(),
  issue: z.int(),
  /** Whether the issue is a pull request. */
  onPull: z.boolean(),
  /** Null when the issue's own text is the command. */
  comment: z.int().nullable(),
  user: z.string(),
  /** What to answer in: the language of the request, or of the issue when the command has no text. */
  language: z.enum(languages),
  command: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(commandNames), text: z.string() }),
    z.strictObject({ kind: z.literal('unknown'), word: z.string(), text: z.string() }),
    /** `shown`: the comment whose plan is meant; the newest plan when absent. */
    z.strictObject({ kind: z.literal('agree'), shown: z.int().optional() }),
  ]),
  date: z.string(),
});
export type CommandJob = z.infer<typeof CommandJob>;

export const commandKind = 'command';
