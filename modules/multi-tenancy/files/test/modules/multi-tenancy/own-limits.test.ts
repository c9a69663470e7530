import { describeOwnLimits } from '../../contracts/limits.ts';

describeOwnLimits([['POST', '/tenants', 20]]);
