import { write } from './letter.ts';

export const accountExistsMail = write(
  {
    en: (link) => ({
      subject: 'You already have an account',
      text: `Somebody, most likely you, signed up with this e-mail address, which has an account already.

If you forgot your password, choose a new one:
${link}

If it was not you, ignore this mail: nothing has changed.
`,
    }),
    ru: (link) => ({
      subject: 'У вас уже есть учётная запись',
      text: `С этим адресом кто-то зарегистрировался — скорее всего, вы, — но учётная запись у него уже есть.

Если вы забыли пароль, задайте новый:
${link}

Если это были не вы, не обращайте внимания на письмо: ничего не изменилось.
`,
    }),
  },
  '/forgot-password',
);
