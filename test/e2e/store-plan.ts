import { Blueprint } from '../../src/core/plan/blueprint.ts';
import shop from '../../templates/blueprints/shop.json' with { type: 'json' };

const { plan } = Blueprint.parse(shop);

/** What a model would answer to a request for a store with accounts, orders and Stripe. */
export const storePlan = {
  outcome: 'plan',
  objection: null,
  language: 'en',
  name: 'online-store',
  title: 'Online store',
  summary: 'A store with a public catalogue, accounts and private orders.',
  modules: [
    { id: 'auth-password', options: [], reason: 'The request asks for accounts.' },
    { id: 'auth-jwt', options: [], reason: 'Clients of an API keep tokens.' },
    { id: 'orders', options: [], reason: 'The request asks for orders.' },
    { id: 'payments-stripe', options: [], reason: 'The request names Stripe.' },
    { id: 'cart', options: [], reason: 'Customers of a store put things aside.' },
  ],
  entities: plan.entities.map(({ fields, ...entity }) => ({
    ...entity,
    fields: fields.map(({ values = null, min = null, max = null, default: value, ...field }) => ({
      ...field,
      ...{ values, min, max },
      default: value === undefined ? null : String(value),
    })),
  })),
  relations: plan.relations.map(({ as = null, ...relation }) => ({ ...relation, as })),
  roles: [],
  assumptions: ['Products are kept by admins.'],
  uncovered: [],
};
