import { code } from './list/code.ts';
import { data } from './list/data.ts';
import { delivery } from './list/delivery.ts';
import { operations } from './list/operations.ts';
import { packages } from './list/packages.ts';
import { pages } from './list/pages.ts';
import { routes } from './list/routes.ts';
import { security } from './list/security.ts';
import type { Mutant } from './mutant.ts';

/** Everything that is broken on purpose. */
export const mutants: readonly Mutant[] = [
  ...pages,
  ...packages,
  ...code,
  ...data,
  ...routes,
  ...security,
  ...operations,
  ...delivery,
];
