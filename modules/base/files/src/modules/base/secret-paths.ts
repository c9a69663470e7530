const names = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
];
const places = ['', '*', 'headers', '*.headers', 'body', '*.body'];

/** Where a log line may hold a secret; pino writes `[Redacted]` there. */
export const secretPaths = places.flatMap((place) => names.map((name) => join(place, name)));

function join(place: string, name: string) {
  return place && !name.startsWith('[') ? `${place}.${name}` : `${place}${name}`;
}
