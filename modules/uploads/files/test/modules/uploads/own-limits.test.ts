import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['post', '/files', 60, 60]]);
