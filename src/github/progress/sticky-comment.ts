import { findOrCreate } from '../find-or-create.ts';
import type { Octokit } from '../octokit.ts';

export interface Place {
  octokit: Octokit;
  owner: string;
  repo: string;
  issue: number;
}

/** One comment of ours per issue and marker, found again by the hidden marker in its first line. */
export interface StickyComment {
  /** Says this, in the comment that is there or in a new one. */
  write(text: string): Promise<void>;
  /** Says this once: a comment that is there stays as it is. */
  ensure(text: string): Promise<Comment>;
}

export interface Comment {
  id: number;
  html_url: string;
  body?: string | undefined;
  user: { type?: string } | null;
}

export function stickyComment(place: Place, name: string): StickyComment {
  const { octokit, owner, repo, issue: issue_number } = place;
  const marker = `<!-- sotacode:${name} -->`;
  const bodyOf = (text: string) => `${marker}\n${text}`;
  let known: Comment | null = null;

  const open = async (body: string): Promise<Comment> => {
    known ??= await findOrCreate(
      () => findComment(place, marker),
      async () =>
        (await octokit.rest.issues.createComment({ owner, repo, issue_number, body })).data,
    );
    return known;
  };
  return {
    ensure: (text) => open(bodyOf(text)),
    write: async (text) => {
      const body = bodyOf(text);
      const comment = await open(body);
      if (comment.body === body) return;
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body });
      known = { ...comment, body };
    },
  };
}

async function findComment(place: Place, marker: string): Promise<Comment | null> {
  for await (const comment of ourComments(place, `${marker}\n`)) return comment;
  return null;
}

/** The App's comments on an issue whose text begins like this, oldest first. */
export async function commentsOf(place: Place, beginning: string): Promise<Comment[]> {
  const found: Comment[] = [];
  for await (const comment of ourComments(place, beginning)) found.push(comment);
  return found;
}

/** Only a bot's comments that start with the marker: people can quote or copy it. */
async function* ourComments(place: Place, beginning: string): AsyncGenerator<Comment> {
  const { octokit, owner, repo, issue: issue_number } = place;
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    ...{ owner, repo, issue_number, per_page: 100 },
  });
  for await (const { data } of pages) {
    yield* data.filter(({ user, body }) => user?.type === 'Bot' && body?.startsWith(beginning));
  }
}
