import { pool } from './database.ts';
import { settings } from './settings.ts';

const query = {
  name: 'session',
  text: `select users.role from auth_sessions join users on users.id = auth_sessions.user_id
    where auth_sessions.id = $1 and auth_sessions.expires_at > now()`,
};
const known = new Map<string, { role: Promise<string | undefined>; until: number }>();

/** The role of a session that lives, as of at most five seconds ago: what the generated server does. */
export function roleOfSession(id: string): Promise<string | undefined> {
  const entry = known.get(id);
  if (entry && Date.now() < entry.until) return entry.role;
  const role = pool.query({ ...query, values: [id] }).then(({ rows }) => rows[0]?.role);
  known.set(id, { role, until: Date.now() + settings.sessionCheckMs });
  return role;
}

export interface AccessToken {
  sub: string;
  sid: string;
}
