import type { Check } from './check.ts';
import { authorization } from './checks/authorization.ts';
import { boots } from './checks/boots.ts';
import { changelog } from './checks/changelog.ts';
import { compose } from './checks/compose.ts';
import { conditions } from './checks/conditions.ts';
import { configScan } from './checks/config-scan.ts';
import { contracts } from './checks/contracts.ts';
import { decorators } from './checks/decorators.ts';
import { dependencies } from './checks/dependencies.ts';
import { deterministic } from './checks/deterministic.ts';
import { endpoints } from './checks/endpoints.ts';
import { env } from './checks/env.ts';
import { fuzz } from './checks/fuzz.ts';
import { imports } from './checks/imports.ts';
import { index } from './checks/index-page.ts';
import { leftovers } from './checks/leftovers.ts';
import { licenses } from './checks/licenses.ts';
import { lint } from './checks/lint.ts';
import { lockfile } from './checks/lockfile.ts';
import { logs } from './checks/logs.ts';
import { manifest } from './checks/manifest.ts';
import { migrations } from './checks/migrations.ts';
import { openapi } from './checks/openapi.ts';
import { openapiLint } from './checks/openapi-lint.ts';
import { page } from './checks/page.ts';
import { pins } from './checks/pins.ts';
import { readme } from './checks/readme.ts';
import { removal } from './checks/removal.ts';
import { secrets } from './checks/secrets.ts';
import { semver } from './checks/semver.ts';
import { stops } from './checks/stops.ts';
import { tables } from './checks/tables.ts';
import { tests } from './checks/tests.ts';
import { types } from './checks/types.ts';
import { words } from './checks/words.ts';
import { workflowLint } from './checks/workflow-lint.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** Checks that read the module's folder. */
export const staticChecks: readonly Check[] = [
  manifest,
  readme,
  changelog,
  imports,
  dependencies,
  licenses,
  contracts,
  env,
  migrations,
  tables,
  leftovers,
  semver,
  page,
];

/** Checks of what is rendered: no server is started, no tool of the server runs. */
export const renderChecks: readonly Check[] = [
  deterministic,
  removal,
  conditions,
  words,
  secrets,
  lockfile,
  workflowLint,
  pins,
  compose,
];

/** Checks of the module's servers; each runs only when they can be rendered. */
export const dynamicChecks: readonly Check[] = [
  ...renderChecks,
  configScan,
  types,
  lint,
  tests,
  boots,
  endpoints,
  openapi,
  openapiLint,
  decorators,
  stops,
  authorization,
  fuzz,
  logs,
];

/** One question that is asked of all modules together. */
export interface CatalogueCheck {
  id: string;
  title: string;
  run(library: Library): Promise<Finding[]>;
}

export const catalogueChecks: readonly CatalogueCheck[] = [index];

/** Ids of all checks of a module. */
export const checkIds: readonly string[] = [...staticChecks, ...dynamicChecks].map(({ id }) => id);
