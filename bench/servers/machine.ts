import { cpus, totalmem } from 'node:os';
import { query } from './databases.ts';

export async function machine(databaseUrl: string) {
  const { rows } = await query(databaseUrl, 'show server_version');
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: String(rows[0].server_version),
  };
}
