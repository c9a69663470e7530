import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format } from '../../src/core/render/format.ts';

/** One table of docs/performance.md. */
export interface Result {
  title: string;
  /** What measures it again. */
  command: string;
  machine: { processor: string; cores: number; memoryGb: number; node: string };
  columns: string[];
  rows: (string | number)[][];
  /** Sentences below the table. */
  notes: string[];
}

export const resultsFolder = join(import.meta.dirname, '../results');

/** Writes bench/results/<name>.json. */
export async function writeResult(name: string, result: Omit<Result, 'machine'>): Promise<void> {
  const { title, command, ...table } = result;
  const content = { title, command, machine: machine(), ...table };
  await mkdir(resultsFolder, { recursive: true });
  const path = join(resultsFolder, `${name}.json`);
  await writeFile(path, format(path, JSON.stringify(content)));
}

const machine = (): Result['machine'] => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
});
