import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { syncTree } from './sync-tree.ts';
import { syncedFilesystem } from './synced-filesystem.ts';

/** PGlite on disk that survives a power cut, or an error that says why it would not. */
export async function openDurablePglite(directory: string): Promise<PGlite> {
  if (!existsSync(join(directory, 'PG_VERSION'))) await createCluster(directory);
  const { fs, syncs } = syncedFilesystem(directory);
  const pglite = await PGlite.create({ fs, startParams });
  try {
    await proveDurable(pglite, syncs);
    return pglite;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

/** PGlite's own, without `-F`, which turns fsync off. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

/** Made aside and renamed, so that a crash half-way leaves nothing that looks like a cluster. */
async function createCluster(directory: string): Promise<void> {
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  const pglite = await PGlite.create({ fs: syncedFilesystem(draft).fs, startParams });
  await pglite.close();
  syncTree(draft);
  rmSync(directory, { recursive: true, force: true });
  renameSync(draft, directory);
  syncTree(directory);
}

/** Refuses a PGlite whose fsync is off or does not reach the operating system. */
export async function proveDurable(pglite: PGlite, syncs: () => number): Promise<void> {
  const { rows } = await pglite.query<{ fsync: string }>('show fsync');
  const before = syncs();
  await pglite.exec(`
    create table if not exists durability_probe (at timestamptz primary key);
    delete from durability_probe;
    insert into durability_probe values (now());
  `);
  if (rows[0]?.fsync !== 'on' || syncs() === before) {
    throw new Error('This version of PGlite does not write durably; set DATABASE_URL instead');
  }
}
