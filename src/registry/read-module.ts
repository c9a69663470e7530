import { basename } from 'node:path';
import type { Module } from '../core/manifest/module.ts';
import { moduleFrom } from './module-from.ts';
import { readTree } from './read-tree.ts';

/** @throws Error that names the module and what its package.json lacks */
export const readModule = async (folder: string): Promise<Module> =>
  moduleFrom(basename(folder), await readTree(folder), folder);
