import { checkModules } from '../core/config/check-modules.ts';
import { type Permitted, permittedModules } from '../core/config/permitted-modules.ts';
import { readRepositoryConfig } from '../core/config/read-repository-config.ts';
import { configPath, type RepositoryConfig } from '../core/config/repository-config.ts';
import { fail, ok, problem, type Result } from '../core/errors/problem.ts';
import type { Catalogue, Forge, Snapshot } from './ports.ts';

/** What a build stands on: the team's configuration, the branch it starts from, its modules. */
export interface Ground extends Permitted {
  config: RepositoryConfig;
  base: Snapshot;
}

/** Reads the repository's configuration from its default branch, and the branch that it names. */
export async function survey(ports: {
  forge: Forge;
  catalogue: Catalogue;
}): Promise<Result<Ground>> {
  const { forge } = ports;
  const catalogue = await ports.catalogue.load();
  const home = await forge.snapshot();

  const read = readRepositoryConfig((await forge.read(home, configPath)) ?? '');
  if (!read.ok) return read;
  const checked = checkModules(read.value, catalogue);
  if (!checked.ok) return checked;
  const config = checked.value;

  const base = config.base === undefined ? home : await forge.snapshot(config.base);
  if (config.base !== undefined && base.commit === null)
    return fail(problem('config.no-branch', { file: configPath, branch: config.base }));
  return ok({ config, base, ...permittedModules(catalogue, config) });
}
