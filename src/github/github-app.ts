import type { Probot } from 'probot';
import type { Queue } from '../flows/ports.ts';
import { type ChecksEvent, checksKind, readChecks } from './jobs/checks-job.ts';
import { commandKind } from './jobs/command-job.ts';
import { type CommandEvent, readEvent } from './read-event.ts';

/**
 * The Probot app: stores a job and returns, so that GitHub has its answer within milliseconds and
 * a crash loses nothing. Edits are ignored; only what is new can be a command.
 */
export const githubApp =
  (queue: Pick<Queue, 'enqueue'>) =>
  (app: Probot): void => {
    const command = async ({ payload }: { payload: unknown }) => {
      const job = readEvent(payload as CommandEvent);
      if (!job) return;
      const { accepted } = await queue.enqueue(commandKind, job.key, job);
      app.log.info({ key: job.key, command: job.command.kind, accepted }, 'Command received');
    };
    app.on('issues.opened', command);
    app.on('issue_comment.created', command);
    app.on('check_suite.completed', async ({ id, payload }) => {
      const job = readChecks(payload as ChecksEvent);
      // A suite that runs again completes again under its old id: the delivery tells them apart.
      if (job) await queue.enqueue(checksKind, `checks:${id}`, job);
    });
  };
