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

/** Where a request's log line would show a secret. */
export const redact = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];
