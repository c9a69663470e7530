import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure } from '../lib/measure.ts';
import { writeResult } from '../lib/result.ts';
import { median, spread } from '../lib/statistics.ts';
import { type Case, cases } from './cases.ts';
import type { Rendering } from './render-once.ts';

const rounds = 5;
const root = join(import.meta.dirname, '../..');
const names = Object.keys(cases) as Case[];
const request = 'an online store with accounts and orders';

const renderings = new Map<Case, Rendering[]>(names.map((name) => [name, []]));
const builds: Measured[] = [];
for (let round = 1; round <= rounds; round += 1) {
  for (const name of names) renderings.get(name)?.push(await renderAlone(name));
  builds.push(await buildAlone());
  console.log(`rendering: round ${round} of ${rounds}`);
}

await writeResult('rendering', {
  title: 'Rendering',
  command: 'npm run bench:rendering',
  columns: ['what', 'files', 'KB', 'warm, ms', 'cold, ms', 'peak cold, MB', 'peak warm, MB'],
  rows: [...[...renderings].map(([name, all]) => row(name, all)), buildRow()],
  notes: [
    `Median (least–most) of ${rounds} processes; warm: of their 16th to 30th rendering. Cold counts from the start of the process and includes loading our code, the catalogue and the formatter.`,
    'Every real server has more than 5 modules: that row leaves out the ones that are always in.',
    'The catalogue has fewer than 40 modules: that row fills up with copies of them under other names, paths and routes.',
    `The last row is the whole command: \`sotacode build "${request}" --repo <folder>\`, offline planner, into a new git repository. Its peak includes git.`,
  ],
});

/** One case in a process of its own. */
async function renderAlone(name: Case): Promise<Rendering> {
  const program = join(import.meta.dirname, 'render-once.ts');
  const { code, output } = await measure({
    ...{ command: process.execPath, args: [program, name], cwd: root },
  });
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as Rendering;
}

async function buildAlone(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-rendering-'));
  const args = ['src/cli/main.ts', 'build', request, '--repo', join(folder, 'store')];
  const env = { ...process.env, OPENAI_API_KEY: '' };
  const measured = await measure({ command: process.execPath, args, cwd: root, env });
  await rm(folder, { recursive: true });
  if (measured.code !== 0) throw new Error(measured.output);
  return measured;
}

function row(name: Case, all: readonly Rendering[]) {
  const { files = 0, bytes = 0 } = all[0] ?? {};
  return [
    name,
    files,
    Math.round(bytes / 1000),
    spread(all.flatMap(({ warmMs }) => warmMs)),
    spread(all.map(({ coldMs }) => coldMs)),
    Math.round(median(all.map(({ coldPeakMb }) => coldPeakMb))),
    Math.round(median(all.map(({ warmPeakMb }) => warmPeakMb))),
  ];
}

function buildRow() {
  const peak = median(builds.map(({ peakMb }) => peakMb));
  return ['sotacode build', '', '', '', spread(builds.map(({ ms }) => ms)), Math.round(peak), ''];
}
