import { createHash } from 'node:crypto';

const longest = 200;

/**
 * Names in Redis. Values are those of one version of the server, so that a new one does not read
 * old shapes; tags are common to all, so that old processes hear of changes while new ones start.
 */
export function redisKeys(prefix: string, version: string) {
  const name = (kind: string, key: string) => `${prefix}cache:${kind}:${short(key)}`;
  return {
    value: (key: string) => name(`value:${version}`, key),
    load: (key: string) => name(`load:${version}`, key),
    tag: (tag: string) => name('tag', tag),
  };
}
export type RedisKeys = ReturnType<typeof redisKeys>;

const short = (key: string) =>
  key.length <= longest ? key : `sha256:${createHash('sha256').update(key).digest('base64url')}`;
