import { write } from './letter.ts';

export const passwordChangedMail = write(
  {
    en: (link) => ({
      subject: 'Your password was changed',
      text: `The password of your account was changed, and all devices were signed out.

If it was not you, choose a new one at once:
${link}
`,
    }),
    ru: (link) => ({
      subject: 'Ваш пароль изменён',
      text: `Пароль вашей учётной записи изменён, на всех устройствах выполнен выход.

Если это были не вы, немедленно задайте новый:
${link}
`,
    }),
  },
  '/forgot-password',
);
