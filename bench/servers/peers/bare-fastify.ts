import Fastify from 'fastify';
import { productRoutes } from './shared/product-routes.ts';
import { settings } from './shared/settings.ts';

// (a) Validation and database, and nothing that protects or reports.
const app = Fastify();
await app.register(productRoutes);
await app.listen({ host: '127.0.0.1', port: settings.port });
