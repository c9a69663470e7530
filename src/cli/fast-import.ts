import type { Proposal } from '../flows/ports.ts';

/** A proposal as git's fast-import reads it: one commit, with a date that makes its id repeatable. */
export function fastImport(proposal: Proposal, base: string, author: string): string {
  const { branch, commitMessage, date, files } = proposal;
  const stamp = `${Math.floor(Date.parse(date) / 1000)} +0000`;
  const changes = [...files].map(([path, content]) => `M 100644 inline ${path}\n${data(content)}`);
  return [
    `commit refs/heads/${branch}`,
    `author ${author} ${stamp}`,
    `committer ${author} ${stamp}`,
    data(commitMessage),
    `from ${base}`,
    ...changes,
    '',
  ].join('\n');
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`;
