import { write } from './letter.ts';

export const resetMail = write(
  {
    en: (link) => ({
      subject: 'Choose a new password',
      text: `Somebody, most likely you, asked for a new password for the account of this e-mail address.

Choose it within an hour:
${link}

If it was not you, ignore this mail: nothing has changed.
`,
    }),
    ru: (link) => ({
      subject: 'Задайте новый пароль',
      text: `Кто-то — скорее всего, вы — попросил новый пароль для учётной записи с этим адресом.

Задайте его в течение часа:
${link}

Если это были не вы, не обращайте внимания на письмо: ничего не изменилось.
`,
    }),
  },
  '/reset-password',
);
