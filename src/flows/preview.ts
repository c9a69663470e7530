import { ok, type Result } from '../core/errors/problem.ts';
import { type BuildPorts, type Built, build } from './build.ts';
import type { BuildRequest, Forge } from './ports.ts';
import type { Ground } from './survey.ts';

/** The build as it would be, over a forge that writes nothing. */
export const preview = (
  ports: BuildPorts,
  request: BuildRequest,
  ground: Ground,
): Promise<Result<Built>> => build({ ...ports, forge: readOnly(ports.forge) }, request, ground);

const readOnly = (forge: Forge): Forge => ({
  ...forge,
  propose: async ({ branch, base }) =>
    ok({ url: null, number: null, branch, commit: base.commit ?? '' }),
});
