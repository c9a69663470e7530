import type { MailLanguage } from '../../contracts/mailer.ts';

export const languages = ['en', 'ru'] as const satisfies MailLanguage[];

/** The first of our languages in `Accept-Language: ru-RU,ru;q=0.9,en;q=0.8`. */
export function preferredLanguage(header: string | undefined, fallback: MailLanguage) {
  const wishes = (header ?? '').slice(0, 500).split(',').map(wish);
  const [best] = wishes
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => languages.find((language) => language === tag) ?? []);
  return best ?? fallback;
}

function wish(part: string) {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag: range.split('-')[0], weight: quality ? Number(quality.slice(2)) : 1 };
}
