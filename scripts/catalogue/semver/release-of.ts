import semver from 'semver';
import { git } from './git.ts';

/** The last release of a module; empty texts before the first one. */
export interface Release {
  tag: string;
  version: string;
  /** Id of what the tag points at. */
  commit: string;
}

/** A release is a git tag `@sotacode/<id>@<version>`. */
export async function releaseOf(folder: string, id: string): Promise<Release> {
  const prefix = `@sotacode/${id}@`;
  const tags = (await git(folder, 'tag', '--list', `${prefix}*`)) ?? '';
  const versions = tags
    .split('\n')
    .map((tag) => tag.slice(prefix.length))
    .filter((version) => semver.valid(version) !== null);
  const version = semver.rsort(versions)[0];
  if (version === undefined) return { tag: '', version: '', commit: '' };
  const tag = `${prefix}${version}`;
  const commit = (await git(folder, 'rev-parse', `${tag}^{commit}`))?.trim() ?? '';
  return { tag, version, commit };
}
