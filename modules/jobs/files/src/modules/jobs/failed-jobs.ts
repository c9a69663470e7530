import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { schema } from './boss-on.ts';
import { failedQueue } from './open-queue.ts';
import type { FailedJob } from './schemas.ts';

type Row = Static<typeof FailedJob> & { micros: string };

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// What pg-boss says itself, of a job that took too long, is wrapped once more.
const selectFailed = `
  select id, source_name as job, source_retry_count + 1 as attempts,
    left(coalesce(source_output->>'message', source_output->'value'->>'message', ''), 500) as error,
    ${moment('source_created_on')} as "enqueuedAt", ${moment('created_on')} as "failedAt",
    (extract(epoch from created_on) * 1000000)::bigint::text as micros
  from ${schema}.job
  where name = '${failedQueue}' and state = 'created'
    and ($2::bigint is null
      or (created_on, id) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::uuid))
  order by created_on desc, id desc
  limit $1`;

/** A page of the jobs that failed for good, the latest first. */
export async function listFailed(
  { database }: FastifyInstance,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const [micros = null, id = null] = cursor?.split('_') ?? [];
  // One more than asked for, which tells whether there is a next page.
  const result = await database.query(selectFailed, [limit + 1, micros, id]);
  const rows = result.rows as Row[];
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.micros}_${last.id}` : null };
}

/** Enqueues a failed job anew. False when there is none with this id. */
export async function retryFailed({ jobQueue }: FastifyInstance, id: string): Promise<boolean> {
  return (await jobQueue.boss.redrive(failedQueue, { ids: [id] })) > 0;
}
