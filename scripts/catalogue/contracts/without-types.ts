/** Capabilities that have no TypeScript shape, and what they promise instead. */
export const withoutTypes: Readonly<Record<string, string>> = {
  crud: 'Rows of entities are read and written by REST routes.',
  image: 'A Dockerfile builds the server as a container image.',
  migrations: 'SQL files are applied before the plugins of modules that come after.',
  'sign-in': 'People can make an account and prove who they are.',
};
