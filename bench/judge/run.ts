import { mkdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { measure } from '../lib/measure.ts';
import { writeResult } from '../lib/result.ts';

const minutes = 60_000;
const root = join(import.meta.dirname, '../..');
const server = join(root, '.work/bench-judge');
const binaries = join(root, 'node_modules/.bin');
const env = {
  ...process.env,
  PATH: [binaries, process.env.PATH].join(delimiter),
  DATABASE_URL: undefined,
};

interface Step {
  what: string;
  command: string;
  cwd?: string;
}

const render = `node scripts/render-server.ts --out ${server} --blueprint shop auth-jwt auth-password`;
const steps: Step[] = [
  { what: 'render a shop, cold', command: render },
  { what: 'type-check it', command: 'tsc', cwd: server },
  { what: 'lint it', command: 'biome check .', cwd: server },
  { what: 'run its tests', command: 'vitest run', cwd: server },
  { what: 'judge one small module', command: 'node scripts/catalogue.ts --fresh security-headers' },
  { what: 'judge one large module', command: 'node scripts/catalogue.ts --fresh orders' },
  { what: 'judge every module', command: 'node scripts/catalogue.ts --fresh' },
  { what: 'judge again what has not changed', command: 'node scripts/catalogue.ts' },
];

// What was measured stays when a later step fails.
const table = {
  title: 'Judging',
  command: 'npm run bench:judge',
  columns: ['what', 'seconds', 'CPU seconds', 'peak, MB'],
  notes: [
    'One run of each, as it is waited for in practice; PostgreSQL and Redis answer on this machine.',
    'Judging a module renders, type-checks, lints, tests, builds, starts and drives it alone, in company and with each value of an option that adds code. The large one is `orders`, the small one `security-headers`.',
  ],
};

await mkdir(server, { recursive: true });
const rows: (string | number)[][] = [];
for (const { what, command, cwd = root } of steps) {
  const args = ['-c', `set -e; TIMEFORMAT='cpu %U %S'; time ${command}`];
  const { code, ms, peakMb, output } = await measure({
    ...{ command: 'bash', args, cwd, env, timeoutMs: 60 * minutes },
  });
  if (code !== 0) throw new Error(`${command}: ${output.slice(-2000)}`);
  const [, user = 0, system = 0] = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(output) ?? [];
  const cpu = Number(user) + Number(system);
  rows.push([what, (ms / 1000).toFixed(1), cpu.toFixed(1), Math.round(peakMb)]);
  console.log(`judge: ${what} in ${(ms / 1000).toFixed(1)} s`);
  await writeResult('judge', { ...table, rows });
}
await rm(server, { recursive: true });
