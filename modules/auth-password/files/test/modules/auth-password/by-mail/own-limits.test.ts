import { describeOwnLimits } from '../../../contracts/limits.ts';

describeOwnLimits([
  ['POST', '/auth/resend-verification', 10],
  ['POST', '/auth/verify-email', 10],
  ['POST', '/auth/forgot-password', 10],
  ['POST', '/auth/reset-password', 10],
]);
