/**
 * In a server with tenants the caller is a member of one, and tests act within one: the helpers of
 * the same names in `test/helpers/tenancy` see to it.
 */
export const withinTenants = (content: string) =>
  content
    .replaceAll('request.identity', 'request.member')
    .replaceAll(/helpers\/(client|reset-database|sign-in)\.ts/g, 'helpers/tenancy/$1.ts');
