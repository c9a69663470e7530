import type { Reading } from './reading.ts';

/** What no server should be built for; loose enough for inflections. */
const harm = [
  /\b(xmrig|cryptojack\w*|(crypto|monero|coin)[\s-]?miner|(hidden|hide\w*|secret\w*|stealth\w*)\b.{0,40}\bmin(er|ing))/i,
  /\b(ransomware|keylogger|botnet|spyware|stalkerware|rootkit|malware|trojan|infostealer|exploit kit|c2 server|command[- ]and[- ]control)\b/i,
  /\b(ddos|dos attack|denial[- ]of[- ]service|syn flood|http flood|booter|stresser)\b/i,
  /\b(phish\w*|fake (login|bank) page|look[- ]?alike (bank|login))\b/i,
  /\b(credential stuffing|brute[- ]?forc\w+ (password|login|account)s?|steal\w* (password|cookie|token|credential|session|card|data)s?|harvest\w* (password|credential|card)s?|(stolen|leaked) (card|credential|password|account)s?)\b/i,
  /\b(spam (bot|blast|cannon|server)|mass spam\w*|bot ?farm|fake (reviews?|accounts?|followers?|votes?|likes?) (generator|farm|bot|service)|generat\w+ fake (reviews|accounts|votes|passports?|ids?|documents))\b/i,
  /\b(spy(ing)? on|secretly (track|record|read|monitor)|without (their|her|his|the user'?s) (knowledge|consent)|track (my|his|her) (wife|husband|girlfriend|boyfriend|ex)\b)/i,
  /\b(carding|card skimmer|skimming cards?|launder\w*|deepfake porn|child porn|csam|sell (drugs|weapons|stolen))\b/i,
  /(шифровальщик|вымогател|кейлоггер|ботнет|троян|стилер|вредоносн|майнер|скрыт\S* майн|фишинг|ддос|ddos[- ]?атак|накрутк)/i,
  /(взлом(а|ать|щик)|(украсть|кража|воровать|красть|воровств\S*) (парол|данн|карт|аккаунт|куки)|подбор\S* парол|слежк\S* за|следить за (жен|муж|девушк|парн|бывш)|без (её|ее|его|их) (ведома|согласия)|отмыван|кардинг|поддельн\S* (документ|паспорт|отзыв)|продаж\S* (наркотик|оружи|украден))/i,
];
const protective =
  /(protect|against|prevent|detect|block|stop|anti|filter|report|training|awareness|mitigat|guard|защит|против|\sот\s|обнаруж|предотвр|антифрод|фильтр|блокир|выявл|анти)[\s\S]{0,25}$/i;
const ends =
  /^(?:[\s-]{0,2}(reports?|reporting|protection|detection|prevention|filter|awareness|simulation training|защит|детект))/i;

/** The words that ask for harm, unless the server is to protect from it. */
export function findHarm({ text }: Pick<Reading, 'text'>): string | undefined {
  for (const pattern of harm) {
    const match = pattern.exec(text);
    if (!match) continue;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + match[0].length);
    if (!protective.test(before) && !ends.test(after)) return match[0];
  }
  return;
}
