import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['post', '/orders', 60, 60]]);
