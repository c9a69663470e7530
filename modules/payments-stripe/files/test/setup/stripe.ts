import { stripeServer } from '../modules/payments-stripe/stripe-server.ts';

// Nothing is sent to where a developer's own settings point.
process.env.STRIPE_SECRET_KEY = 'sk_test_tests';
process.env.STRIPE_WEBHOOK_SECRET = 'whsec_tests';
process.env.STRIPE_API_BASE = (await stripeServer()).url;
process.env.APP_URL = 'https://app.test';
