import type { Job } from 'pg-boss';
import type { DatabaseConnection } from '../../contracts/database.ts';
import { schema } from './boss-on.ts';

/** Lets another process take a job at once, without counting this start as one of its tries. */
export async function giveBack({ query }: DatabaseConnection, { name, id, retryCount }: Job) {
  await query(
    `update ${schema}.job
     set state = 'retry', start_after = now(), heartbeat_on = null, retry_limit = retry_limit + 1
     where name = $1 and id = $2 and retry_count = $3 and state = 'active'`,
    [name, id, retryCount],
  );
}
