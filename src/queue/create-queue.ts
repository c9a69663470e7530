import { PgBoss } from 'pg-boss';
import type { JobHandler, Queue } from '../flows/ports.ts';
import { type Commands, commandsIn } from './commands.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { Database, Store } from './store.ts';
import { workOn } from './work-on.ts';

export interface QueueOptions {
  /** A PostgreSQL server; without it the queue lives in `directory`. */
  databaseUrl?: string | undefined;
  directory: string;
  schema?: string;
  onError: (error: Error) => void;
}

interface Running {
  boss: PgBoss;
  store: Store;
  commands: Commands;
}

/** Durable jobs over pg-boss, on PostgreSQL or on a directory of this process. */
export function createQueue(options: QueueOptions): Queue {
  let running: Running | undefined;
  return {
    start: async (handlers) => {
      running = await start(options, handlers);
    },
    enqueue: async (kind, key, payload) => {
      if (!running) throw new Error('The queue is not running');
      const { boss, commands } = running;
      const send = (db: Database) => boss.send(kind, { key }, { db });
      return { accepted: await commands.accept({ kind, key, payload }, send) };
    },
    stop: async () => {
      await running?.boss.stop({ graceful: true, timeout: 30_000 });
      await running?.store.close();
      running = undefined;
    },
  };
}

async function start(
  options: QueueOptions,
  handlers: Record<string, JobHandler>,
): Promise<Running> {
  const { databaseUrl, directory, schema = 'sotacode', onError } = options;
  const store = databaseUrl
    ? openPostgresStore(databaseUrl, onError)
    : await openEmbeddedStore(directory);
  const boss = new PgBoss({ ...store.boss, ...rhythm, schema });
  boss.on('error', onError);
  const commands = commandsIn(store, schema);
  try {
    await boss.start();
    await commands.create();
    if (store.embedded) await requeueOrphans(store, schema);
    for (const [kind, handler] of Object.entries(handlers)) {
      await workOn({ boss, commands, kind, handler, onError });
    }
    return { boss, store, commands };
  } catch (error) {
    await boss.stop({ graceful: false });
    await store.close();
    throw error;
  }
}

/** With a heartbeat of 10 s, work of a dead process is taken over after about 11 s. */
const rhythm = { superviseIntervalSeconds: 1, monitorIntervalSeconds: 1, schedule: false } as const;

const requeueOrphans = (store: Store, schema: string) =>
  store.query(`update ${schema}.job set
    state = (case when retry_count < retry_limit then 'retry' else 'failed' end)::${schema}.job_state,
    start_after = now(), heartbeat_on = null
    where state = 'active'`);
