import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([
  ['POST', '/auth/login', 10],
  ['POST', '/auth/change-password', 10],
  ['POST', '/auth/register', 10],
]);
