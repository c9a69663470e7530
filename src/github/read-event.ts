import { parseCommand } from '../core/command/parse-command.ts';
import type { CommandJob } from './jobs/command-job.ts';

interface Written {
  id: number;
  body?: string | null;
  created_at: string;
  user: { login: string; type?: string } | null;
}

export interface CommandEvent {
  installation?: { id: number } | undefined;
  repository: { name: string; owner: { login: string } };
  issue: Written & { number: number };
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
    comment: comment?.id ?? null,
    user: user.login,
    command,
    date: created_at,
  };
}
