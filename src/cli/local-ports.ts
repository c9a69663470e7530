import { join } from 'node:path';
import 'dotenv/config';
import type { Language } from '../core/plan/plan.ts';
import { choosePlanner } from '../llm/choose-planner.ts';
import { installedCatalogue } from '../registry/installed-catalogue.ts';
import { localForge } from './local-forge.ts';
import { terminalProgress } from './terminal-progress.ts';

const root = join(import.meta.dirname, '../..');

/** What the App's flows need, on this machine. */
export const localPorts = (folder: string, language: Language) => ({
  planner: choosePlanner(process.env),
  catalogue: installedCatalogue(root, process.env),
  forge: localForge(folder),
  progress: terminalProgress(language),
});
