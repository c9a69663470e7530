import type { FastifyRequest } from 'fastify';
import type { CatalogueData } from '../../core/manifest/module.ts';
import type { Planner } from '../../flows/ports.ts';
import type { Renderer } from '../work/render-thread.ts';

/** What the API and the tools server work with. */
export interface ApiParts {
  catalogue: CatalogueData;
  planner: Planner;
  renderer: Renderer;
  spend: Spend;
}

/** Counts costly work per address. @throws ProblemError when an address has had its share */
export type Spend = (what: 'plan' | 'render', request: FastifyRequest) => Promise<void>;
