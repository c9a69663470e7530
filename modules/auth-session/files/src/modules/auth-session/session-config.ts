import Type, { type Static } from 'typebox';

export const SessionConfig = Type.Object({
  SESSION_ORIGINS: Type.String({
    default: '',
    description: 'a comma-separated list of origins, such as https://app.example.com',
    pattern: '^$|^https?://[^/\\s,*]+(,https?://[^/\\s,*]+)*$',
  }),
  SESSION_IDLE_DAYS: Type.Integer({ default: 30, minimum: 1, maximum: 365 }),
  SESSION_MAX_DAYS: Type.Integer({ default: 90, minimum: 1, maximum: 730 }),
  SESSION_CHECK_SECONDS: Type.Integer({ default: 5, minimum: 0, maximum: 60 }),
});
export type SessionConfig = Static<typeof SessionConfig>;
