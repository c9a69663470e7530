import { answers } from './answers.ts';
import { type Findings, featureMention } from './findings.ts';

/**
 * “JWT in an HttpOnly cookie” names both ways to stay signed in, and a server has one: tokens, which
 * serve browsers and all other clients.
 */
export const tokensBeforeCookies = ({ reading, catalogue }: Findings): boolean =>
  featureMention(reading, 'auth-jwt') !== undefined &&
  featureMention(reading, 'auth-session') !== undefined &&
  [...catalogue.modules.values()].some((module) => answers(module, 'auth-jwt'));
