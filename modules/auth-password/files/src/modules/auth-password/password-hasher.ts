import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { PasswordConfig } from './password-config.ts';

export interface PasswordHasher {
  /** Stands in where an account has no hash, or is none. */
  nobodys: string;
  hash(password: string): Promise<string>;
  /** Does the same work when there is no hash to compare with, and says no. */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
  /** Whether a hash was made with other parameters than those of today. */
  isOutdated(passwordHash: string): boolean;
}

/** argon2id, by default with the parameters that OWASP recommends. */
export async function passwordHasher(config: PasswordConfig): Promise<PasswordHasher> {
  const { ARGON2_MEMORY_KIB: memoryCost, ARGON2_ITERATIONS: timeCost } = config;
  const options = { memoryCost, timeCost, parallelism: 1 };
  const nobodys = await hash(randomBytes(32), options);

  return {
    nobodys,
    hash: (password) => hash(normal(password), options),
    async verify(passwordHash, password) {
      const matches = await verify(passwordHash ?? nobodys, normal(password));
      return matches && passwordHash !== undefined;
    },
    isOutdated(passwordHash) {
      const used = parseOptions(passwordHash);
      return used.memoryCost !== memoryCost || used.timeCost !== timeCost;
    },
  };
}

/** The same password typed on another keyboard may come as other code points. */
const normal = (password: string) => password.normalize('NFKC');
