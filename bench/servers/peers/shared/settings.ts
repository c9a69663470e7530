const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
};

/** The same for every peer, and what the generated server is started with. */
export const settings = {
  port: Number(needed('PORT')),
  databaseUrl: needed('DATABASE_URL'),
  jwtSecret: needed('JWT_SECRET'),
  jwtIssuer: 'server',
  jwtAudience: 'api',
  corsOrigins: needed('CORS_ORIGINS').split(','),
  rateLimit: { max: Number(needed('RATE_LIMIT_MAX')), windowMs: 60_000 },
  sessionCheckMs: 5_000,
};

const hasSameGuarantees = process.env.GUARANTEES === 'same';

/** What keeps a slow or silent database from holding up everything, as pg's own options. */
export const poolLimits = hasSameGuarantees
  ? {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: 10_000,
      query_timeout: 11_000,
    }
  : {};

const secrets = [
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
const usual = ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'];

/** What pino keeps out of every log line: as the generated server, or what most people ask for. */
export const redact = hasSameGuarantees
  ? places.flatMap((place) => secrets.map((name) => joined(place, name)))
  : usual;

function joined(place: string, name: string) {
  return place && !name.startsWith('[') ? `${place}.${name}` : `${place}${name}`;
}
