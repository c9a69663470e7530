const sentences: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its host and port',
  ENOTFOUND: 'its host is unknown',
  EAI_AGAIN: 'its host is unknown',
  '28P01': 'the database refuses its user or password',
  '28000': 'the database refuses its user',
  '3D000': 'its database does not exist',
};

/**
 * Rethrows what somebody can mend in DATABASE_URL with one sentence that says what, without showing
 * the address: it holds a password.
 */
export function describeConnectionError(error: unknown): never {
  const sentence = sentences[String((error as NodeJS.ErrnoException).code)];
  if (!sentence) throw error;
  const message = `The server cannot connect to DATABASE_URL: ${sentence}.`;
  throw Object.assign(new Error(message, { cause: error }), { name: 'ConfigError' });
}
