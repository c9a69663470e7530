import { describeModules } from '../../core/explain/describe-modules.ts';
import type { CommandContext } from '../jobs/world.ts';
import { stickyComment } from '../progress/sticky-comment.ts';

/** `/sotacode modules [words]`: what there is to build from. */
export async function runModules(context: CommandContext, words: string): Promise<void> {
  const { world, language, job } = context;
  const text = describeModules(words, await world.catalogue.load(), language);
  await stickyComment(context, `modules:${job.key}`).ensure(text);
}
