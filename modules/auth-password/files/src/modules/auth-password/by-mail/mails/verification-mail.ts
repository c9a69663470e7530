import { write } from './letter.ts';

export const verificationMail = write(
  {
    en: (link) => ({
      subject: 'Confirm your e-mail address',
      text: `Somebody, most likely you, signed up with this e-mail address.

Confirm it within 24 hours:
${link}

If it was not you, ignore this mail and do not follow the link: there is no account without it.
`,
    }),
    ru: (link) => ({
      subject: 'Подтвердите адрес электронной почты',
      text: `С этим адресом кто-то зарегистрировался — скорее всего, вы.

Подтвердите адрес в течение 24 часов:
${link}

Если это были не вы, не обращайте внимания на письмо и не переходите по ссылке: без этого учётной записи не будет.
`,
    }),
  },
  '/verify-email',
);
