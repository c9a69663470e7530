import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  ModuleBrief,
  ModuleSummary,
  moduleBrief,
  moduleSummary,
} from '../../../src/core/catalogue/module-summary.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';

const { modules } = await treeCatalogue(join(import.meta.dirname, '../../..')).load();

it.each([...modules.values()])('sums up $id as plain data', (module) => {
  const summary = moduleSummary(module);
  expect(ModuleSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  expect(ModuleBrief.parse(moduleBrief(module)).id).toBe(module.id);
});

it('tells what a module needs, gives and serves, and none of its files', () => {
  const module = modules.get('auth-password');
  if (!module) throw new Error('auth-password is gone');
  const summary = moduleSummary(module);
  expect(summary.provides).toEqual({ 'sign-in': '1.0.0' });
  expect(summary.requires).toContainEqual({ capability: 'database', version: '^1.0.0' });
  expect(summary.endpoints.map(({ path }) => path)).toContain('/auth/register');
  expect(JSON.stringify(summary)).not.toContain('import ');
  expect(Object.keys(moduleBrief(module))).not.toContain('env');
});
