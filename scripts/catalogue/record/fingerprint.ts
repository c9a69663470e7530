import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Code that judges or renders, and what it reads: a change in any of it judges every module anew. */
export const sharedInputs = [
  'package-lock.json',
  'scripts/catalogue.ts',
  'scripts/catalogue/',
  'scripts/judges/check-lockfile.ts',
  'scripts/judges/find-secrets.ts',
  'scripts/judges/lint-openapi.ts',
  'scripts/judges/lint-workflows.ts',
  'scripts/judges/package-lock.json',
  'scripts/judges/scan-configs.ts',
  'src/core/',
  'src/registry/',
  'templates/',
  'test/e2e/start-server.ts',
  'test/edges/web/openapi-3.1.schema.json',
  'test/helpers/postgres.ts',
  'test/laws/',
  'test/servers/run-command.ts',
];

/** The runtime is an input too: what passes on one version of Node may fail on the next. */
export const runtime = () => [process.version, process.platform, process.arch].join(' ');

/** Hash of files by name and content: of single files, and of all below folders, hidden ones too. */
export async function fingerprint(root: string, parts: readonly string[]): Promise<string> {
  const paths = (await Promise.all(parts.map((part) => filesIn(join(root, part))))).flat().sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(path);
    hash.update(`${path.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** What is not there has no files. */
async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

export const hashOf = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
