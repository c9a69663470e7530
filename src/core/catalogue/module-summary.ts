import { z } from 'zod';
import { Manifest } from '../manifest/manifest.ts';
import type { Module } from '../manifest/module.ts';

const fromManifest = Manifest.pick({
  title: true,
  category: true,
  stability: true,
  since: true,
  always: true,
  slot: true,
  provides: true,
  requires: true,
  optional: true,
  conflicts: true,
  options: true,
  env: true,
  endpoints: true,
  permissions: true,
  keywords: true,
});

/** What people and programs may know of a module: everything but its files. */
export const ModuleSummary = z.strictObject({
  id: z.string(),
  version: z.string(),
  description: z.string(),
  ...fromManifest.shape,
  /** Names of the services that the server talks to, such as `postgres`. */
  services: z.array(z.string()),
});
export type ModuleSummary = z.infer<typeof ModuleSummary>;

/** One line of a list of modules. */
export const ModuleBrief = ModuleSummary.pick({
  id: true,
  version: true,
  title: true,
  category: true,
  description: true,
  stability: true,
  always: true,
  provides: true,
});
export type ModuleBrief = z.infer<typeof ModuleBrief>;

export const moduleSummary = ({ id, version, description, manifest }: Module): ModuleSummary => ({
  id,
  version,
  description,
  ...pick(manifest, Object.keys(fromManifest.shape) as (keyof typeof fromManifest.shape)[]),
  services: manifest.services.map(({ name }) => name),
});

export const moduleBrief = (module: Module): ModuleBrief =>
  pick(moduleSummary(module), Object.keys(ModuleBrief.shape) as (keyof ModuleBrief)[]);

const pick = <T extends object, K extends keyof T>(whole: T, keys: readonly K[]) =>
  Object.fromEntries(
    keys.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]),
  ) as Pick<T, K>;
