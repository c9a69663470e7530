import type { CatalogueData, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';

const contractPath = /^(?:src|test)\/contracts\/(.+)\.ts$/;
/** Contracts that the skeleton itself is written against. */
const builtIn = new Set(['module']);

/** The server's frame, with contracts and their tests for those capabilities that are in use. */
export function renderSkeleton({ skeleton }: CatalogueData, { providers }: Resolution): Tree {
  const inUse = (path: string) => {
    const contract = contractPath.exec(path)?.[1];
    return contract === undefined || builtIn.has(contract) || providers.has(contract);
  };
  return new Map([...skeleton].filter(([path]) => inUse(path)));
}
