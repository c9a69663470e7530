import type { CatalogueData, Tree } from '../../core/manifest/module.ts';
import { wholeRepository } from '../../core/render/place.ts';
import { render } from '../../core/render/render.ts';
import type { Resolution } from '../../core/resolve/resolution.ts';

/** Every file of the server, as it stands in a repository of its own. */
export const renderTree = (resolution: Resolution, catalogue: CatalogueData): Tree =>
  render(resolution, catalogue, wholeRepository).files;
