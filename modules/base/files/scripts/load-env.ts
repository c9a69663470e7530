import { existsSync } from 'node:fs';

// node's own --env-file-if-exists crashes in watch mode when there is no file, and else complains.
if (existsSync('.env')) process.loadEnvFile('.env');
