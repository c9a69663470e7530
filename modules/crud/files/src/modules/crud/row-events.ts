import type { FastifyInstance } from 'fastify';
import type { TObject } from 'typebox';
import { Value } from 'typebox/value';
import type { Caller } from '../../contracts/realtime.ts';
import { uuidText } from './schemas.ts';

interface Row {
  id: string;
}

/** Rows of one table, as those who listen know them. */
interface Kind<Of extends Row> {
  /** What the names of its events begin with: `order-item`. */
  name: string;
  /** What the names of its rooms begin with: `order-items`. */
  path: string;
  /** What the API answers of a row. */
  schema: TObject;
  /** The row, where the caller may read it. */
  find(id: string, caller: Caller): Promise<Row | undefined> | null | false;
  /** Rooms of what a row belongs to, whose members may all read it. */
  heardIn?(row: Of): (string | null)[];
}

/** Opens a room for each row to those who may read it. Call what it returns after the commit. */
export function rowEvents<Of extends Row>(
  app: FastifyInstance,
  { name, path, schema, find, heardIn = () => [] }: Kind<Of>,
) {
  app.realtime.room(`${path}/:id`, {
    mayJoin: async (caller, { id }) => Value.Check(uuidText, id) && Boolean(await find(id, caller)),
  });

  const roomsOf = (row: Of) => [`${path}/${row.id}`, ...heardIn(row)];
  const answerOf = (row: Of) => Value.Clean(schema, { ...row }) as Row;

  function tell(rooms: (string | null)[], what: string, data: Row) {
    for (const room of new Set(rooms)) if (room) publish(room, `${name}-${what}`, data);
  }
  /** The change is made: whatever becomes of its event, the request has succeeded. */
  function publish(room: string, event: string, data: Row) {
    try {
      app.realtime.publish(room, { name: event, data });
    } catch (err) {
      const { id, ...rest } = data;
      // A row can be larger than an event: then those who listen load it.
      if (Object.keys(rest).length > 0) publish(room, event, { id });
      else app.log.error({ err, room, event }, 'a change could not be told');
    }
  }
  return {
    created: (row: Of) => tell(heardIn(row), 'created', answerOf(row)),
    updated: (row: Of) => tell(roomsOf(row), 'updated', answerOf(row)),
    deleted: (row: Of) => tell(roomsOf(row), 'deleted', { id: row.id }),
  };
}
