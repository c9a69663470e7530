/** A mistake of whoever runs the server; its message is all they need. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
