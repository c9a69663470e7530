import { createHash } from 'node:crypto';
import { blueprintPlan } from './blueprint-plan.ts';
import { catalogue, rendered } from './render-to.ts';

const shop = catalogue.blueprints.find(({ id }) => id === 'shop');
if (!shop) throw new Error('There is no shop blueprint.');
const { files } = rendered(blueprintPlan(shop), catalogue);
console.log(
  createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex'),
);
