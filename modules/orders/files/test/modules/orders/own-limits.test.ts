import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['POST', '/orders', 60]]);
