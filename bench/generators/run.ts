import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '../lib/measure.ts';
import { writeResult } from '../lib/result.ts';
import { median, spread } from '../lib/statistics.ts';
import { type Generator, generators, request } from './generators.ts';
import { countFiles, judge } from './judge.ts';
import { openShell } from './shell.ts';

const rounds = 3;
const work = await mkdtemp(join(tmpdir(), 'bench-generators-'));
const shell = await openShell(work);
const failures: string[] = [];

const generated = new Map<Generator, Measured[]>(generators.map((each) => [each, []]));
for (let round = 1; round <= rounds; round += 1) {
  for (const generator of generators) {
    const measured = await generate(generator, folderOf(generator, round));
    generated.get(generator)?.push(measured);
  }
}

const rows: (string | number)[][] = [];
for (const [generator, runs] of generated) rows.push(await row(generator, runs));

await writeResult('generators', {
  title: 'Generators',
  command: 'npm run bench:generators',
  columns: [
    ...['generator', 'generate, ms', 'peak, MB', 'files', 'install, s'],
    ...['type-checks and builds', 'own tests', 'what comes out'],
  ],
  rows,
  notes: [
    `Each generator wrote a server ${rounds} times, in turns; median (least–most). Each line was run in an empty folder with Node's start included; the last server was installed, checked and tested once, with at most five minutes for each step. Peak is the memory of all its processes together.`,
    `SotACode was asked for “${request}”; JHipster got the same four tables in bench/generators/store.jdl, and the second line of Nest their names. The others write the same whatever the server is for.`,
    'The generators are pinned in bench/generators/package-lock.json; what their servers install is the newest of the day, except for SotACode’s, which bring a lock file.',
    'JHipster’s Java server was not built or tested: no Maven repository here.',
    ...generators.map(({ name, generate, install, check, test }) => {
      const lines = [generate, install, check, test].filter((line) => line !== null);
      return `${name}: ${lines.map((line) => `\`${line}\``).join(', then ')}.`;
    }),
    ...failures,
  ],
});
await rm(work, { recursive: true, force: true });

function folderOf({ name }: Generator, round: number): string {
  return join(work, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${round}`);
}

async function generate({ name, generate: line }: Generator, folder: string): Promise<Measured> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(import.meta.dirname, 'store.jdl'), join(folder, 'store.jdl'));
  const measured = await shell(line, folder);
  console.log(`generators: ${name}: ${Math.round(measured.ms)} ms, exit ${measured.code}`);
  if (measured.code !== 0) console.error(measured.output.split('\n').slice(-20).join('\n'));
  await rm(join(folder, 'store.jdl'));
  return measured;
}

async function row(generator: Generator, runs: readonly Measured[]) {
  const folder = folderOf(generator, rounds);
  const files = await countFiles(folder);
  const verdict = await judge(generator, folder, shell);
  failures.push(...verdict.failures);
  return [
    generator.name,
    runs.every(({ code }) => code === 0) ? spread(runs.map(({ ms }) => ms)) : 'fail',
    Math.round(median(runs.map(({ peakMb }) => peakMb))),
    files,
    verdict.installSeconds === null ? '–' : Math.round(verdict.installSeconds),
    ...[verdict.check, verdict.test, generator.about],
  ];
}
