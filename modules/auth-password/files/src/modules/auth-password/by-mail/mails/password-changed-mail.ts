import { write } from './letter.ts';

export const passwordChangedMail = write(
  {
    en: (link) => ({
      subject: 'Your password was changed',
      text: `The password of your account was changed, and all sessions from before have ended.

If it was not you, choose a new one at once:
${link}
`,
    }),
    ru: (link) => ({
      subject: 'Ваш пароль изменён',
      text: `Пароль вашей учётной записи изменён, все прежние сеансы завершены.

Если это были не вы, немедленно задайте новый:
${link}
`,
    }),
  },
  '/forgot-password',
);
