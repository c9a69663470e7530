import type { Command } from '../../core/command/parse-command.ts';
import { suggestCommand } from '../../core/command/suggest-command.ts';
import type { CommandContext } from '../jobs/world.ts';
import { message } from '../messages.ts';
import { stickyComment } from '../progress/sticky-comment.ts';

/** `/sotacode help`; a command that there is not gets one short answer with the nearest one. */
export async function runHelp(context: CommandContext, command: Command): Promise<void> {
  const { language, job } = context;
  const text =
    command.kind === 'unknown'
      ? message('unknown', language, {
          word: command.word.replaceAll(/[^\p{L}\p{N}-]/gu, '').slice(0, 40),
          suggestion: suggestCommand(command) ?? '',
        })
      : message('help', language, {});
  await stickyComment(context, `help:${job.key}`).ensure(text);
}
