import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['post', '/auth/refresh', 30, 60]]);
