import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CatalogueData } from '../../../src/core/manifest/module.ts';
import { type Rendered, render } from '../../../src/core/render/render.ts';
import { type Finished, runCommand } from '../../../test/servers/run-command.ts';
import { contractNames } from '../contracts/contract-members.ts';
import { type Drive, startDrive } from '../drive/start-drive.ts';
import { once } from './once.ts';
import { type RunningServer, startProbed } from './start-probed.ts';
import type { Variant } from './variants.ts';

/** A server that has the module under judgement: rendered, built and started when first needed. */
export interface RenderedServer extends Variant {
  rendered(): Rendered;
  /** Writes the server; resolves to its folder. */
  folder(): Promise<string>;
  /** Runs a shell command in its folder, with this repository's tools. */
  run(command: string, env?: Record<string, string>): Promise<Finished>;
  /** The one process of it that all checks share: over the embedded database, in memory. */
  start(): Promise<RunningServer>;
  /** Another process, from the sources, to which anybody may be signed in. */
  drive(): Promise<Drive>;
  /** Ends the first process; null when it was never started. */
  stop(): Promise<{ code: number | null; output: string } | null>;
  /** Ends the other one. */
  stopDrive(): Promise<void>;
}

export function renderedServer(
  variant: Variant,
  folder: string,
  catalogue: CatalogueData,
): RenderedServer {
  const rendered = once(() => render(variant.resolution, catalogue));
  const written = once(() => write(folder, rendered().files));
  const run = async (command: string, env: Record<string, string> = {}) =>
    runCommand(await written(), command, env);
  let started: Promise<RunningServer> | null = null;
  const start = async () => {
    const { code, output } = await run('npm run build');
    if (code !== 0) throw new Error(`npm run build fails in ${folder}: ${output.slice(-600)}`);
    return startProbed(folder, contractNames(rendered().files));
  };
  let driven: Promise<Drive> | null = null;
  const drive = () => {
    driven ??= written().then((path) => startDrive(path, { LOG_LEVEL: 'debug' }));
    return driven;
  };
  const stopDrive = async () => {
    await (await driven?.catch(() => null))?.stop();
  };
  const stop = async () => {
    const server = await started?.catch(() => null);
    return server ? { code: await server.stop(), output: server.output() } : null;
  };
  return {
    ...variant,
    rendered,
    folder: written,
    run,
    start: () => {
      started ??= start();
      return started;
    },
    drive,
    stop: once(stop),
    stopDrive: once(stopDrive),
  };
}

async function write(folder: string, files: Rendered['files']): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
