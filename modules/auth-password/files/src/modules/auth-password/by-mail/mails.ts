import type { Mail, Mailer } from '../../../contracts/mailer.ts';

/** Mails hold nothing that a stranger typed: otherwise they could be made to say anything. */
export const verificationMail = ({ link }: Mailer, to: string, token: string): Mail => ({
  to,
  subject: 'Confirm your e-mail address',
  text: `Somebody, most likely you, signed up with this e-mail address.

Confirm it within 24 hours:
${link('/verify-email', { token })}

If it was not you, ignore this mail and do not follow the link: there is no account without it.
`,
});

export const accountExistsMail = ({ link }: Mailer, to: string): Mail => ({
  to,
  subject: 'You already have an account',
  text: `Somebody, most likely you, signed up with this e-mail address, which has an account already.

If you forgot your password, choose a new one:
${link('/forgot-password')}

If it was not you, ignore this mail: nothing has changed.
`,
});

export const resetMail = ({ link }: Mailer, to: string, token: string): Mail => ({
  to,
  subject: 'Choose a new password',
  text: `Somebody, most likely you, asked for a new password for the account of this e-mail address.

Choose it within an hour:
${link('/reset-password', { token })}

If it was not you, ignore this mail: nothing has changed.
`,
});

export const passwordChangedMail = ({ link }: Mailer, to: string): Mail => ({
  to,
  subject: 'Your password was changed',
  text: `The password of your account was changed, and all devices were signed out.

If it was not you, choose a new one at once:
${link('/forgot-password')}
`,
});
