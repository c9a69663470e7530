import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/**
 * PGlite's file system drops every fsync that PostgreSQL asks for. This one hands them to the
 * operating system and counts them. It leans on internals: `durable-pglite` proves at each start
 * that the hook is still in place.
 */
export function syncedFilesystem(directory: string): { fs: NodeFS; syncs: () => number } {
  let count = 0;
  const hook = (module: EmscriptenModule) => {
    module.NODEFS.stream_ops.fsync = ({ nfd }) => {
      fsyncSync(nfd);
      count += 1;
      return 0;
    };
  };
  const fs = new NodeFS(directory);
  const init = fs.init.bind(fs);
  fs.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, hook as never] } };
  };
  return { fs, syncs: () => count };
}
