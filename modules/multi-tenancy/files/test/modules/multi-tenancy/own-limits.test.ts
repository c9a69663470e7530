import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([
  ['post', '/tenants', 20, 3600],
  ['post', '/tenants/{id}/members', 60, 3600],
]);
