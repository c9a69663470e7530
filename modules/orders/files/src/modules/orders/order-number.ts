import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter looks or sounds like a digit. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const half = () => Array.from({ length: 5 }, () => digits[randomInt(32)]).join('');

/** `7Q4KX-2MPA9`: can be read out, and does not tell how many orders there are. */
export const orderNumber = () => `${half()}-${half()}`;
