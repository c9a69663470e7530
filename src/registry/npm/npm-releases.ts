import pacote from 'pacote';
import { moduleFrom } from '../module-from.ts';
import type { Releases } from '../releases.ts';
import { fetchPackage, type RegistryOptions } from './fetch-package.ts';

/** Released versions as they are published to npm: `@sotacode/<id>`. */
export const npmReleases = (options: RegistryOptions = {}): Releases => ({
  async versions(id) {
    const found = await orNull(pacote.packument(nameOf(id), options));
    return Object.keys(found?.versions ?? {});
  },
  async find(id, version) {
    const source = { name: nameOf(id), version };
    const fetched = await orNull(fetchPackage(source, options));
    return fetched && moduleFrom(id, fetched.files, `${nameOf(id)}@${version}`);
  },
});

const nameOf = (id: string) => `@sotacode/${id}`;

/** Null for what the registry does not have; other failures stay failures. */
const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'E404' || error.code === 'ETARGET') return null;
    throw error;
  });
