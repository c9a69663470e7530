import { below } from '../below.ts';
import { moduleFrom } from '../module-from.ts';
import type { Releases } from '../releases.ts';
import { git, readGitTree } from './read-git-tree.ts';

/**
 * Released versions out of the tags that a release leaves: `@sotacode/<id>@<version>`.
 * @param repository a clone of this repository with its tags, bare or not
 */
export const gitReleases = (repository: string): Releases => ({
  async versions(id) {
    const tags = await git(repository, ['tag', '--list', tagOf(id, '*')]);
    const start = tagOf(id, '').length;
    return tags.split('\n').flatMap((tag) => (tag === '' ? [] : [tag.slice(start)]));
  },
  async find(id, version) {
    const tag = tagOf(id, version);
    if (!(await git(repository, ['tag', '--list', tag]))) return null;
    const tree = await readGitTree(repository, `refs/tags/${tag}`, [`modules/${id}`]);
    return moduleFrom(id, below(`modules/${id}`, tree), tag);
  },
});

const tagOf = (id: string, version: string) => `@sotacode/${id}@${version}`;
