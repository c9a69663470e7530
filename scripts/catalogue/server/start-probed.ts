import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningServer as Running, startServer } from '../../../test/e2e/start-server.ts';
import { once } from './once.ts';

/** What the server itself says of its inside. */
export interface Inside {
  /** `METHOD /path` of every route, those that no document shows included. */
  routes: string[];
  decorators: Record<'instance' | 'request' | 'reply', string[]>;
}

export interface RunningServer extends Running {
  inside: Inside;
  /** The document at /openapi.json. */
  document(): Promise<OpenApiDocument>;
}

export interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: object[];
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
}

const probe = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;

/**
 * Starts a built server in memory, with a probe beside it that sees its routes and decorators.
 * @param names decorators to look for
 */
export async function startProbed(
  folder: string,
  names: readonly string[],
): Promise<RunningServer> {
  const report = join(folder, 'dist', 'probe.json');
  const server = await startServer(folder, {
    NODE_OPTIONS: `--import=${probe}`,
    PROBE_REPORT: report,
    PROBE_NAMES: JSON.stringify(names),
    PGLITE_DIR: 'memory://',
    LOG_LEVEL: 'warn',
  });
  const inside = JSON.parse(await readFile(report, 'utf8')) as Inside;
  const fetchDocument = async () => (await fetch(`${server.url}/openapi.json`)).json();
  return { ...server, inside, document: once(fetchDocument) as () => Promise<OpenApiDocument> };
}
