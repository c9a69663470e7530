import { modules } from '../../../src/modules.ts';
import { trialRoutes } from './trial-routes.ts';

// The function with nothing of the server but its first part, the base, and routes to try.
modules.splice(1, modules.length, trialRoutes);
export const { handler } = await import('../../../src/lambda.ts');
