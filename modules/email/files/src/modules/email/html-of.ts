import type { MailLanguage } from '../../contracts/mailer.ts';

interface Letter {
  subject: string;
  text: string;
  language: MailLanguage;
}

/** The look of every mail. What a mail says is its text alone, so both versions always agree. */
export const htmlOf = ({ subject, text, language }: Letter, sender: string) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f5;color:#18181b;font:16px/1.5 sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">
${sender ? `<p style="margin-top:0;color:#71717a">${escapeHtml(sender)}</p>\n` : ''}${paragraphs(text)}
</div>
</body>
</html>
`;

const paragraphs = (text: string) =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineOf).join('<br>\n')}</p>`)
    .join('\n');

/** The link shows where it leads. */
function lineOf(line: string) {
  const shown = escapeHtml(line.trim());
  return /^https?:\/\/\S+$/.test(line.trim())
    ? `<a href="${shown}" style="color:#1d4ed8;overflow-wrap:anywhere">${shown}</a>`
    : shown;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
