import type { FastifyReply } from 'fastify';

/** What `newOpaqueToken` makes; anything else is not looked up. */
const tokenShape = /^[\w-]{43}$/;

/**
 * The cookie that holds the session's token. Browsers take one whose name begins with `__Host-`
 * only over TLS and only from this very host, so that no sister domain can plant another.
 */
export function sessionCookie(production: boolean) {
  const name = production ? '__Host-session' : 'session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${production ? '; Secure' : ''}`;
  const set = (reply: FastifyReply, value: string, seconds: number) =>
    void reply.header('set-cookie', `${name}=${value}; Max-Age=${seconds}; ${attributes}`);

  return {
    name,
    /** The token that a request carries. Of two cookies nobody can tell which is ours: none counts. */
    read(header = ''): string | null {
      const [token = '', ...others] = header
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      return others.length === 0 && tokenShape.test(token) ? token : null;
    },
    write(reply: FastifyReply, token: string, endsAt: Date) {
      set(reply, token, Math.floor((endsAt.getTime() - Date.now()) / 1000));
    },
    clear: (reply: FastifyReply) => set(reply, '', 0),
  };
}
export type SessionCookie = ReturnType<typeof sessionCookie>;
