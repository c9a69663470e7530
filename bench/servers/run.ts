import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build-all.ts';
import { checkAnswers } from './check-answers.ts';
import { bare, type Contender, contenders, generated, stock } from './contenders.ts';
import { copyDatabase, dropDatabase, emptyDatabase, seedProducts } from './databases.ts';
import { machine } from './machine.ts';
import { measure } from './measure.ts';
import { signIn } from './sign-in.ts';
import { type Running, startServer } from './start-server.ts';
import { type Measured, overStock, scenarios, summarize } from './summarize.ts';

// npm run bench:servers -- [--rounds 5] [--seconds 3] [--only generated,bare-fastify,stock-fastify]
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const only = values.only?.split(',');
const firstPort = 4100;

interface Entrant {
  contender: Contender;
  databaseUrl: string;
  server: Running;
  measured: Measured;
}

const { bundle } = await buildAll();
const chosen = contenders(bundle).filter(({ name }) => !only || only.includes(name));
const template = 'sotacode_bench';
const templateUrl = await emptyDatabase(template);
const token = await prepareStore();
const entrants = await startAll();
await measureAll();
await report();
await Promise.all(entrants.map(({ server }) => server.stop()));
for (const url of [templateUrl, ...entrants.map(({ databaseUrl }) => databaseUrl)])
  await dropDatabase(url);

/** The generated server makes the tables and the account; all others get copies. */
async function prepareStore() {
  const server = await startServer({ args: [bundle] }, templateUrl, firstPort);
  const accessToken = await signIn(server.url, templateUrl);
  await seedProducts(templateUrl);
  await server.stop();
  return accessToken;
}

async function startAll() {
  const all: Entrant[] = [];
  for (const [at, contender] of chosen.entries()) {
    const databaseUrl = await copyDatabase(template, `${template}_${contender.name}`);
    const starts: Running[] = [];
    for (let start = 0; start < 5; start++) {
      await starts.at(-1)?.stop();
      starts.push(await startServer(contender, databaseUrl, firstPort + at));
    }
    const server = starts.at(-1) as Running;
    await checkAnswers(contender, server);
    const measured: Measured = {
      ...contender,
      startMs: starts.map(({ startMs }) => startMs),
      startCpuMs: starts.map(({ startCpuMs }) => startCpuMs),
      rssMb: 0,
      rounds: { list: [], create: [] },
    };
    all.push({ contender, databaseUrl, server, measured });
  }
  return all;
}

/** Round by round, so that everybody gets a part of every disturbance. */
async function measureAll() {
  for (let round = 0; round <= rounds; round++)
    for (const scenario of scenarios)
      for (const { databaseUrl, server, measured } of entrants) {
        await seedProducts(databaseUrl);
        const result = await measure(server, scenario, { token, seconds });
        // The first round warms up.
        if (round > 0) measured.rounds[scenario].push(result);
        measured.rssMb = server.rssMb();
      }
}

async function report() {
  const all = entrants.map(({ measured }) => measured);
  const rows = summarize(all);
  console.table(Object.fromEntries(rows.map((row) => [row.title, tableRow(row)])));
  const needed = [generated, bare, stock].every((name) => all.some((one) => one.name === name));
  if (only || !needed) return;
  const result = {
    name: 'servers',
    command: 'npm run bench:servers',
    machine: await machine(templateUrl),
    rounds,
    seconds,
    overStock: overStock(all),
    rows,
  };
  console.log(result.machine, { overStock: result.overStock });
  const folder = join(import.meta.dirname, '../results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'servers.json'), `${JSON.stringify(result, null, 2)}\n`);
}

function tableRow({
  startMs,
  startCpuMs,
  rssMb,
  list,
  create,
}: ReturnType<typeof summarize>[number]) {
  return {
    'list/s': list.requestsPerSecond,
    'list of (a)': list.ofBare,
    'list µs': list.cpuMicroseconds,
    '(cpu)': list.cpuOfBare,
    'create/s': create.requestsPerSecond,
    'create of (a)': create.ofBare,
    'create µs': create.cpuMicroseconds,
    '(cpu) ': create.cpuOfBare,
    'start ms': startMs,
    'start cpu': startCpuMs,
    'RSS MB': rssMb,
  };
}
