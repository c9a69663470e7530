import { join } from 'node:path';

/** This repository: its node_modules, its templates and the judge's own code. */
export const repository = join(import.meta.dirname, '../..');

export const ownModules = join(repository, 'modules');

export const ownTemplates = join(repository, 'templates');
