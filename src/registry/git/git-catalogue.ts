import type { CatalogueData } from '../../core/manifest/module.ts';
import type { Catalogue } from '../../flows/ports.ts';
import { catalogueFrom, catalogueParts } from '../catalogue-from.ts';
import { readGitTree } from './read-git-tree.ts';

/**
 * The catalogue of one commit of this repository: what was rendered from it once can be rendered again.
 * @param repository a clone, bare or not
 * @param revision commit, tag or branch
 */
export function gitCatalogue(repository: string, revision: string): Catalogue {
  let loaded: Promise<CatalogueData> | undefined;
  return {
    load: () => {
      loaded ??= readGitTree(repository, revision, catalogueParts).then(catalogueFrom);
      return loaded;
    },
  };
}
