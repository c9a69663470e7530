import { buildApp } from '../../../src/app.ts';

// Started by a test, which kills it.
const app = await buildApp(process.env);
await app.listen({ host: '127.0.0.1', port: 0 });
