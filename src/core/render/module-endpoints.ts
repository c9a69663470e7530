import type { Resolution } from '../resolve/resolution.ts';
import type { Endpoint } from './entities/render-entities.ts';

/** The routes that modules declare, in the order in which the modules start. */
export const moduleEndpoints = ({ modules }: Resolution): Endpoint[] =>
  modules.flatMap(({ module }) =>
    module.manifest.endpoints.map(({ method, path, access, summary }) => ({
      method,
      path,
      access,
      summary,
    })),
  );
