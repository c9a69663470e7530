import { fail, ok, type Problem, type Result } from '../errors/problem.ts';
import type { CatalogueData, Module } from '../manifest/module.ts';
import { nearestName } from '../resolve/nearest-name.ts';
import type { ReadConfig } from './read-repository-config.ts';
import type { RepositoryConfig } from './repository-config.ts';

/** Which slot each of the configuration's defaults fills. */
export const slotOf = { database: 'database', auth: 'identity' } as const;

type Named = { path: (string | number)[]; id: string; why?: (module: Module) => string | null };

/** Holds the ids in a configuration against the catalogue. */
export function checkModules(
  { config, problemAt }: ReadConfig,
  { modules }: CatalogueData,
): Result<RepositoryConfig> {
  const problems = namedIn(config).flatMap(({ path, id, why }): Problem[] => {
    const module = modules.get(id);
    const detail = module ? why?.(module) : unknown(id, [...modules.keys()]);
    return detail ? [problemAt(path, detail)] : [];
  });
  return problems.length > 0 ? fail(...problems) : ok(config);
}

const unknown = (id: string, known: string[]) => {
  const nearest = nearestName(id, known);
  return `there is no module \`${id}\`${nearest ? `; did you mean \`${nearest}\`?` : ''}`;
};

function namedIn({ modules: { allow = [], deny }, defaults }: RepositoryConfig): Named[] {
  const slots = ['database', 'auth'] as const;
  return [
    ...allow.map((id, index) => ({ path: ['modules', 'allow', index], id })),
    ...deny.map((id, index) => ({
      path: ['modules', 'deny', index],
      id,
      why: ({ manifest }: Module) =>
        manifest.always ? `\`${id}\` is part of every server and cannot be denied` : null,
    })),
    ...slots.flatMap((slot) => {
      const id = defaults[slot];
      if (id === undefined) return [];
      const why = ({ manifest }: Module) =>
        manifest.slot === slotOf[slot] ? null : `\`${id}\` is no module for ${slot}`;
      return [{ path: ['defaults', slot], id, why }];
    }),
  ];
}
