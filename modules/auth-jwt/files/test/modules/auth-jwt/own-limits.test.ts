import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['POST', '/auth/refresh', 30]]);
