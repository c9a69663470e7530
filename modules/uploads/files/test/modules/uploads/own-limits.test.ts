import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['POST', '/files', 60]]);
