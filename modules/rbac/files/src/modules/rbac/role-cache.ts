interface Entry {
  roles: Promise<readonly string[]>;
  until: number;
}

const maxUsers = 10_000;

/**
 * Remembers for a few seconds which roles a user has, so that a request need not ask the database.
 * What changed in another process is noticed when the seconds are over.
 */
export function roleCache(seconds: number, load: (userId: string) => Promise<readonly string[]>) {
  const entries = new Map<string, Entry>();

  return {
    get(userId: string): Promise<readonly string[]> {
      const known = entries.get(userId);
      if (known && Date.now() < known.until) return known.roles;
      // The promise itself is kept: one forgotten while it loads must not come back.
      const roles = load(userId);
      entries.delete(userId);
      entries.set(userId, { roles, until: Date.now() + seconds * 1000 });
      const oldest = entries.keys().next();
      if (entries.size > maxUsers && !oldest.done) entries.delete(oldest.value);
      roles.catch(() => entries.delete(userId));
      return roles;
    },
    forget: (userId: string) => void entries.delete(userId),
  };
}
export type RoleCache = ReturnType<typeof roleCache>;
