import { existsSync } from 'node:fs';

// For `npm run dev`, as node's own --env-file-if-exists crashes in watch mode when there is no file.
if (existsSync('.env')) process.loadEnvFile('.env');
