import { fail, ok, problem, type Result } from '../errors/problem.ts';
import type { Rendered } from '../render/render.ts';
import { overwrittenPaths } from './overwritten-paths.ts';

interface Base {
  /** The repository's own name. */
  repository: string;
  /** Path -> git blob id. */
  files: ReadonlyMap<string, string>;
}

const named = 5;

/** Refuses a server that would replace somebody's files, and finds a folder where it would not. */
export function checkOverwrites({ repository, files }: Base, rendered: Rendered): Result<Rendered> {
  const lost = overwrittenPaths(files, rendered.files, titleReadmes(repository));
  if (lost.length === 0) return ok(rendered);
  const more = lost.length > named ? ` (+${lost.length - named})` : '';
  const paths = lost.slice(0, named).join(', ') + more;
  return fail(problem('files.exist', { paths, directory: freeDirectory(files) }));
}

/** What GitHub itself writes into a new repository's README. */
const titleReadmes = (repository: string): string[] => [`# ${repository}`, `# ${repository}\n`];

function freeDirectory(files: ReadonlyMap<string, string>): string {
  const taken = new Set([...files.keys()].map((path) => path.split('/')[0]));
  const free = ['server', 'api', 'backend'].find((name) => !taken.has(name));
  return free ?? 'apps/server';
}
