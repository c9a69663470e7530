import type { CatalogueData } from '../../../src/core/manifest/module.ts';
import { render } from '../../../src/core/render/render.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import { planOf, settle } from '../server/variants.ts';

/** The same server without a module, and without whatever cannot be had without it. */
export function serverWithout(id: string, { resolution }: RenderedServer, all: CatalogueData) {
  const catalogue = {
    ...all,
    modules: new Map([...all.modules].filter(([each]) => each !== id)),
  };
  const possible = resolution.modules
    .map(({ module }) => module.id)
    .filter((each) => each !== id && resolve(planOf([each]), catalogue).ok);
  const plan = resolve(planOf(possible), catalogue).ok ? planOf(possible) : planOf([]);
  const without = settle(`without-${id}`, plan, catalogue).resolution;
  return { resolution: without, files: render(without, catalogue).files };
}
