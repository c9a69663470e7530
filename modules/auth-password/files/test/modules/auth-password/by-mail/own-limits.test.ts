import { describeOwnLimits } from '../../../contracts/limits.ts';

describeOwnLimits([
  ['post', '/auth/resend-verification', 10, 600],
  ['post', '/auth/verify-email', 10, 600],
  ['post', '/auth/forgot-password', 10, 600],
  ['post', '/auth/reset-password', 10, 600],
]);
