import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([
  ['post', '/auth/login', 10, 60],
  ['post', '/auth/change-password', 10, 60],
  ['post', '/auth/register', 10, 600],
]);
