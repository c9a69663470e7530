import type { Tree } from '../manifest/module.ts';

/** Where a server goes: a folder of the repository (empty: its root), and the branch it joins. */
export interface Place {
  directory: string;
  branch: string;
}

export const wholeRepository: Place = { directory: '', branch: 'main' };

export const inDirectory = (directory: string, path: string) =>
  directory === '' ? path : `${directory}/${path}`;

/** GitHub reads workflows from the root only: in a folder's stead, the file carries its name. */
const workflow = /^\.github\/workflows\/ci\.yml$/;

export const workflowOf = ({ directory }: Place) =>
  directory === '' ? 'ci.yml' : `${directory.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.yml`;

/** The paths of a server's files in the repository. */
export const placeFiles = (files: Tree, place: Place): Tree =>
  new Map([...files].map(([path, content]) => [placePath(path, place), content]));

function placePath(path: string, place: Place): string {
  if (workflow.test(path)) return `.github/workflows/${workflowOf(place)}`;
  return path.startsWith('.github/') ? path : inDirectory(place.directory, path);
}
