import Type, { type Static } from 'typebox';

export const PasswordConfig = Type.Object({
  PASSWORD_MIN_LENGTH: Type.Integer({ default: 12, minimum: 8, maximum: 64 }),
  LOGIN_MAX_FAILURES: Type.Integer({ default: 5, minimum: 2, maximum: 100 }),
  LOGIN_LOCK_SECONDS: Type.Integer({ default: 30, minimum: 1, maximum: 3600 }),
  LOGIN_LOCK_MAX_SECONDS: Type.Integer({ default: 900, minimum: 1, maximum: 86_400 }),
  ARGON2_MEMORY_KIB: Type.Integer({ default: 19_456, minimum: 7168, maximum: 1_048_576 }),
  ARGON2_ITERATIONS: Type.Integer({ default: 2, minimum: 1, maximum: 20 }),
});
export type PasswordConfig = Static<typeof PasswordConfig>;
