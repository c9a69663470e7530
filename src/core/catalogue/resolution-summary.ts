import { z } from 'zod';
import { OptionValue } from '../plan/plan.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** A module of a server, and why it is there. */
export const ResolvedModule = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  options: z.record(z.string(), OptionValue),
  cause: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('plan'), reason: z.string() }),
    z.strictObject({ kind: z.literal('always') }),
    z.strictObject({ kind: z.literal('required'), by: z.string(), capability: z.string() }),
  ]),
});

/** What a plan means with this catalogue: the modules in start order, and who provides what. */
export const ResolutionSummary = z.strictObject({
  modules: z.array(ResolvedModule),
  providers: z.record(z.string(), z.string()),
});
export type ResolutionSummary = z.infer<typeof ResolutionSummary>;

export const resolutionSummary = ({ modules, providers }: Resolution): ResolutionSummary => ({
  modules: modules.map(({ module, options, cause }) => ({
    id: module.id,
    version: module.version,
    title: module.manifest.title,
    options,
    cause:
      cause.kind === 'required'
        ? { kind: cause.kind, by: cause.by, capability: cause.capability }
        : cause,
  })),
  providers: Object.fromEntries(providers),
});
