import { type Command, parseCommand } from '../core/command/parse-command.ts';
import { detectLanguage } from '../core/plan/detect-language.ts';
import type { Language } from '../core/plan/plan.ts';
import type { CommandJob } from './jobs/command-job.ts';

interface Written {
  id: number;
  body?: string | null;
  created_at: string;
  user: { login: string; type?: string } | null;
}
interface Issue extends Written {
  number: number;
  title?: string;
  pull_request?: unknown;
}

export interface CommandEvent {
  installation?: { id: number } | undefined;
  repository: { name: string; owner: { login: string } };
  issue: Issue;
  comment?: Written;
}

/**
 * The job that an issue or comment asks for, or null. Its key is the comment's id, because the same
 * comment can arrive under several delivery ids.
 */
export function readEvent({
  installation,
  repository,
  issue,
  comment,
}: CommandEvent): CommandJob | null {
  const { id, body, created_at, user } = comment ?? issue;
  if (!installation || !user || user.type === 'Bot') return null;
  const command = parseCommand(body ?? '');
  if (!command) return null;
  return {
    key: `${comment ? 'comment' : 'issue'}:${id}`,
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    issue: issue.number,
    onPull: Boolean(issue.pull_request),
    comment: comment?.id ?? null,
    user: user.login,
    language: languageOf(command, issue),
    command,
    date: created_at,
  };
}

/** A request speaks for itself; names of commands, modules and files have no language. */
function languageOf(command: Command, { title = '', body }: Issue): Language {
  const around = `${title}\n${body ?? ''}`;
  if (command.kind === 'agree') return detectLanguage(around);
  const isRequest = command.kind === 'build' || command.kind === 'plan';
  if (isRequest && command.text !== '') return detectLanguage(command.text);
  const word = command.kind === 'unknown' ? command.word : '';
  return detectLanguage(`${around}\n${word} ${command.text}`);
}
