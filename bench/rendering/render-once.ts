import { join } from 'node:path';
import { render } from '../../src/core/render/render.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';
import { inputOf, isCase } from './cases.ts';

// One process of the measurement: loads the catalogue, renders, then renders on, and prints what
// that took. Time starts with the process, so that loading our code counts.
export interface Rendering {
  files: number;
  bytes: number;
  /** From the start of the process to the first rendered server. */
  coldMs: number;
  coldPeakMb: number;
  warmMs: number[];
  warmPeakMb: number;
}

const rounds = 15;

const name = process.argv[2];
if (!isCase(name)) throw new Error(`There is no case ${name}.`);
const catalogue = await treeCatalogue(join(import.meta.dirname, '../..')).load();
const { resolution, catalogue: extended } = inputOf(name, catalogue);
const once = () => render(resolution, extended).files;

const files = once();
const coldMs = performance.now();
const coldPeakMb = peakMb();
timesOf(rounds);
const warmMs = timesOf(rounds);

const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
const rendering: Rendering = {
  files: files.size,
  bytes,
  coldMs,
  coldPeakMb,
  warmMs,
  warmPeakMb: peakMb(),
};
console.log(JSON.stringify(rendering));

function timesOf(count: number): number[] {
  return Array.from({ length: count }, () => {
    const from = performance.now();
    once();
    return performance.now() - from;
  });
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
