import { git } from './git.ts';
import { timestamp } from './timestamp.ts';

export interface Person {
  name: string;
  email: string;
  date: string;
}

interface Commit {
  message: string;
  tree: string;
  parents?: string[];
  author: Person;
  committer?: Person;
}

export async function writeCommit(directory: string, commit: Commit): Promise<string> {
  const { message, tree, parents = [], author, committer = author } = commit;
  const object = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signature(author)}`,
    `committer ${signature(committer)}`,
    '',
    message,
  ].join('\n');
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin'];
  return (await git(directory, args, { input: object })).trim();
}

const signature = ({ name, email, date }: Person) =>
  `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;

export async function readCommit(directory: string, sha: string) {
  const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');
  const text = await git(directory, ['show', '--no-patch', `--format=${format}`, sha]).catch(
    () => null,
  );
  if (text === null) return null;
  const parts = text.split('\0');
  const [id = '', tree = '', parents = '', an = '', ae = '', ad = ''] = parts;
  const [cn = '', ce = '', cd = '', message = ''] = parts.slice(6);
  return {
    sha: id,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: inUtc(ad) },
    committer: { name: cn, email: ce, date: inUtc(cd) },
    message: message.trimEnd(),
  };
}

const inUtc = (date: string) => timestamp(new Date(date));
