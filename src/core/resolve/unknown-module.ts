import { type Problem, problem } from '../errors/problem.ts';
import type { CatalogueData } from '../manifest/module.ts';
import { closestName } from './nearest-name.ts';

/** That there is no such module, and which one comes closest. */
export const unknownModule = (id: string, { modules }: Pick<CatalogueData, 'modules'>): Problem =>
  problem('module.unknown', { id, nearest: closestName(id, [...modules.keys()]) ?? '' });
