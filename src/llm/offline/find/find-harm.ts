import type { Reading } from './reading.ts';

/** What no server should be built for; loose enough for inflections. */
const harm = [
  /\b(?:xmrig|cryptojack\w*|(?:crypto|monero|coin)[\s-]?miner|(?:hidden|hide\w*|secret\w*|stealth\w*)\b.{0,40}\bmin(?:er|ing))/i,
  /\b(?:ransomware|keylogger|botnet|spyware|stalkerware|rootkit|malware|trojan|infostealer|exploit kit|zero[- ]day exploit|computer virus|remote access tool for hacking|c2 server|command[- ]and[- ]control)\b/i,
  /\b(?:ddos|dos attack|denial[- ]of[- ]service|syn flood|http flood|booter|stresser|(?:take|bring|knock)\w*\s+(?:down|offline)\s+(?:\w+\s+){0,3}(?:site|website|server|competitor\w*|service)|flood\w*\s+(?:\w+\s+){0,3}(?:site|website|server|competitor\w*|hotline|phone)s?\s+with)\b/i,
  /\b(?:phish\w*|(?:fake|cloned?|counterfeit|spoofed)\s+(?:\w+\s+){0,2}(?:login|bank|paypal|sign[- ]?in|payment)\s*(?:page|site|form)?|look[- ]?alike\s+(?:bank|login|page|site)|look(?:s|ing)?\s+(?:just\s+|exactly\s+)?like\s+(?:\w+\s+){0,3}(?:bank|login|paypal)\b.{0,60}\b(?:password|card|credential)s?|spoof\w*\s+(?:sender|caller|number|bank|sms))/i,
  /\b(?:credential stuffing|brute[- ]?forc\w+\s+(?:\w+\s+){0,2}(?:password|login|account|pin)s?|crack\w*\s+(?:\w+\s+){0,2}(?:password|account|wifi|license)s?|steal\w*\s+(?:\w+\s+){0,3}(?:password|cookie|token|credential|session|card|data|identit\w+|account)s?|harvest\w*\s+(?:\w+\s+){0,2}(?:password|credential|card|email|phone|personal data)s?|(?:stolen|leaked|dumped|hacked)\s+(?:\w+\s+)?(?:card|credential|password|account|identit\w+)s?|hack\w*\s+(?:into\s+)?(?:\w+\s+){0,3}(?:account|instagram|facebook|whatsapp|phone|bank|email|wifi|webcam)s?|break\w*\s+into\s+(?:\w+\s+){0,3}(?:account|server|system|phone|network)s?|bypass\w*\s+(?:\w+\s+){0,2}(?:paywall|drm|kyc|age check|captcha|2fa|license check))\b/i,
  /\b(?:spam(?:ming)?\s+(?:bot|blast|cannon|server|tool|engine|service)|mass[- ]?spam\w*|send\w*\s+spam|unsolicited\s+(?:\w+\s+){0,2}(?:mail|email|sms|message)s?|bot ?farm|click farm|(?:buy|sell|generat\w+|boost\w*|post\w*|creat\w*|mass[- ]produc\w*)\s+(?:\w+\s+){0,3}fake\s+\w+|fake\s+(?:reviews?|accounts?|followers?|votes?|likes?|passports?|ids?|documents?|diplomas?|invoices?)\s+(?:generator|farm|bot|service|shop)|generat\w+\s+fake\s+\w+|astroturf\w*|disinformation|vote manipulation)\b/i,
  /\b(?:spy(?:ing|ware|es)?\s+(?:on)?|stalk\w*|secret(?:ly)?\s+(?:\w+\s+)?(?:track|record|read|monitor|film|listen|log)\w*|(?:track|record|monitor|read|film|listen)\w*\s+(?:\w+\s+){0,6}(?:secretly|without (?:their|her|his|the user'?s|them|him|consent|permission|knowing|telling)|without\s+(?:\w+\s+){0,2}(?:knowledge|consent|knowing))|without (?:their|her|his|the user'?s|any) (?:knowledge|consent|permission)|(?:track|locate|follow|read|see where)\w*\s+(?:\w+\s+){0,3}(?:my|his|her)\s+(?:wife|husband|girlfriend|boyfriend|ex|partner|crush)\b|de-?anonymi[sz]e\s+(?:users|people|protest\w+)|dox+ing|doxx?\s)/i,
  /\b(?:pretend\w*\s+to\s+be|impersonat\w+|pos(?:e|es|ing)\s+as)\s+(?:\w+\s+){0,3}(?:bank|police|support|government|tax|paypal|post|courier|relative|grandson|official|celebrit\w+|company)s?\b/i,
  /(?:притвор|выда[её]т себя за|представля\S+)\s*\S*\s+(?:\S+\s+){0,2}(?:банк|полици|поддержк|сотрудник\S* банк)/i,
  /(?:парс|собира|сбор|выгру|вытаск|слив)\S*\s+(?:\S+\s+){0,4}(?:закрыт\S*\s+(?:профил|аккаунт|страниц)|чужи\S*\s+(?:данн|телефон|профил)|(?:телефон|адрес|номер|фото)\S*\s+(?:девуш|женщин|людей|детей|пользовател\S* вк))|(?:следить|отслеживать|смотреть),?\s+где\s+(?:он|она|они|жен|муж|девуш|реб|чело|подруг)/i,
  /\bvictims?(?:'s|’s|'|’)?\s+(?:\w+\s+)?(?:computer|machine|device|account|phone|file|browser|system|data)s?\b/i,
  /\b(?:carding|card skimmer|skim\w*\s+(?:\w+\s+)?cards?|launder\w*|deepfake (?:porn|nude)\w*|nudify|undress\w*\s+(?:\w+\s+){0,3}(?:photo|picture|girl|women)s?|revenge porn|child porn|csam|sell\w*\s+(?:\w+\s+){0,2}(?:drugs|weapons|guns|explosives|stolen|narcotics|cocaine|heroin|fentanyl|passports|fake)|(?:drug|weapons|darknet|dark web)\s+(?:market|marketplace|shop|store)|(?:build|make|making)\s+(?:a\s+)?(?:bomb|explosives?|nerve agent|bioweapon)s?|ponzi|pyramid scheme|pump[- ]and[- ]dump|human traffick\w*|hitman|scrap\w*\s+(?:\w+\s+){0,4}(?:private|personal)\s+(?:data|info\w*|profiles?|photos?|phone)|blackmail\w*|extort\w*|swatting|insider trading)\b/i,
  /(?:шифровальщик|вымогател|кейлоггер|ботнет|троян|стилер|вредоносн|майнер|вирус(?:а|ы|ов)?\s+для|скрыт\S* майн|фишинг|ддос|ddos[- ]?атак|накрутк|накручив|сайт-клон|клон сайта банка|поддельн\S*\s+(?:\S+\s+){0,2}(?:отправител|сайт|страниц|форм)|фейков\S*\s+(?:\S+\s+){0,2}(?:страниц|сайт|отзыв|аккаунт|банк)|подмен\S*\s+(?:номер|отправител)|от имени банка)/i,
  /(?:(?:по|у)?ложить\s+(?:\S+\s+){0,2}(?:сайт|сервер|конкурент)|завалить\s+(?:\S+\s+){0,3}(?:запрос|сайт|звонк)|(?:рассыл|слать|отправ)\S*\s+(?:\S+\s+){0,2}спам|спам[- ]?(?:бот|рассыл|машин|сервер)|массов\S*\s+спам|рассылк\S*\s+без\s+согласия)/i,
  /(?:взлом(?:а|ать|щик)|взлом\s+(?:аккаунт|почт|страниц|вк|инстаграм|whatsapp)|(?:украсть|украден|кража|воровать|красть|воровств|увести|перехват|собирать чужие|чужи[ех])\S*\s+(?:\S+\s+){0,2}(?:парол|данны|карт|аккаунт|куки|смс|код)|подбор\S*\s+(?:\S+\s+)?парол|перебор\S*\s+(?:\S+\s+)?парол|слежк\S*|следи(?:ть|т)\s+за\s+(?:\S+\s+)?(?:жен|муж|девушк|парн|бывш|супруг|подруг)|тайн[оы]\S*\s+(?:\S+\s+){0,2}(?:следи|чита|запис|отслеж|прослуш)|незаметно\s+(?:\S+\s+){0,3}(?:чита|следи|отслеж|запис|установ)|прослушк|чита\S+\s+(?:\S+\s+){0,2}(?:переписк)\S*\s+(?:жен|муж|девушк|парн|бывш|чуж)|без (?:её|ее|его|их) (?:ведома|согласия)|пробив\s+(?:людей|по базе|человек)|слит\S+\s+баз|отмыван|обнал|кардинг|скимм|дропов|поддельн\S* (?:документ|паспорт|отзыв|справк|диплом|чек)|прода[жвю]\S*\s+(?:\S+\s+){0,2}(?:наркотик|оружи|украден|краден|закладк|поддельн)|закладк\S*\s+(?:наркот|вещест)|нарко(?:магазин|шоп)|финансов\S* пирамид|обход\S*\s+(?:капч|блокиров\S* игр|лиценз)|шантаж|травл[яи])/i,
  /(?:钓鱼网站|钓鱼|木马|勒索|盗号|盗取|洗钱|刷单|诈骗|僵尸网络|偷拍|黑客攻击|schadsoftware|erpressungs|zugangsdaten\s+(?:stehlen|abgreifen)|robar\s+(?:contraseñas|datos|tarjetas)|suplantar|voler\s+(?:des\s+)?(?:mots de passe|données|cartes)|hameçonnage|roubar\s+(?:senhas|dados))/i,
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
