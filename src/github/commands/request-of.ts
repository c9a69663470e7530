import type { BuildRequest } from '../../flows/ports.ts';
import type { CommandContext } from '../jobs/world.ts';

/** The request of a command, as the flows take it. */
export const requestOf = (
  { job, language, issue }: CommandContext,
  text: string,
): BuildRequest => ({
  text,
  language,
  key: `${issue}`,
  date: job.date,
  // A pull request cannot be closed by another one.
  ...(job.onPull ? {} : { issue: `#${issue}` }),
});
