import Type, { type Static } from 'typebox';

const count = (usual: number, maximum: number) =>
  Type.Integer({ default: usual, minimum: 1, maximum });

export const RealtimeConfig = Type.Object({
  REALTIME_ORIGINS: Type.String({
    default: '',
    description: 'a comma-separated list of origins, such as https://app.example.com',
    pattern: '^$|^https?://[^/\\s,*]+(,https?://[^/\\s,*]+)*$',
  }),
  REALTIME_MAX_CONNECTIONS: count(10_000, 1_000_000),
  REALTIME_MAX_PER_USER: count(20, 100_000),
  REALTIME_MAX_PER_ADDRESS: count(200, 100_000),
  REALTIME_MAX_ROOMS: count(50, 10_000),
  REALTIME_MAX_MESSAGE_BYTES: count(16_384, 1_048_576),
  REALTIME_MESSAGES_PER_SECOND: count(10, 10_000),
  REALTIME_MAX_BUFFERED_BYTES: Type.Integer({
    default: 1_048_576,
    minimum: 131_072,
    maximum: 67_108_864,
  }),
  REALTIME_PING_SECONDS: count(25, 3_600),
  REALTIME_CHECK_SECONDS: count(15, 3_600),
  REALTIME_ROOM_CHECK_SECONDS: count(300, 86_400),
});
export type RealtimeConfig = Static<typeof RealtimeConfig>;
