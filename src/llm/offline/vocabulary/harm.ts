/** What nobody should be helped with; `@` words stand in harm-words.ts. */
export const harmRules = `
steals secrets | @steal > @goods, logs into + bought, combo list*, combolist*, account checker*, чекер* > аккаунт*, @ill gotten + log* into, @steal + @credentials, @steal + @cards, @steal + @accounts, @steal + @secret keys, @steal > money, @steal > identit*
breaks in | @break in > @credentials, @break in > @accounts, @break in > @devices, @credentials > @break in, @others + @credentials + @collect, @ill gotten > password list*, tries > password*, @default passwords + @devices
takes what others type | @pretend + @cards, нажати* клавиш + @others far, keystroke* + @others far, нажати* клавиш + сотрудник*, upload* > contact list, whole contact list, copies > contacts, clon* > key card*, copy > key card*, copies > key card*, copies > car key*, clone* > badge*, @collect + @cards + @others, @looks like + @institution + @credentials, @looks like + @institution + @cards, @pretend + @credentials + @collect, @injected + @cards, keystroke* + @others, @fake + @credentials + @collect, @fake + @cards + @collect
tampers | @covertly + @cheats, @cheats + @covertly, @swap > @paid into, @covertly + @swap, @fake + @personal documents + @collect, @fake + @collect + @personal documents
poses as others | @pretend > @institution, @institution > @pretend, @pretend + @loved ones, @fake > @institution
lies for money | had accident + @money, safe account, безопасн* счет*, попал в аварию + @money, won lottery + @money, inheritance + fee, advance fee, @deceive + @the old, @the old + @money + @clones, @deceive > people + @money
infects | @infected > @devices, @infected + @sell + @credentials, @others + @devices + remote*, @others + @devices + @spy, жертв* + @devices, infect* > @devices, заража* > @devices, victim* > @devices
takes hostages | @encrypt files + @ransom, @ransom words + @others, выкуп* + @encrypt words
watches in secret | @private life + @human + @covertly, @covertly + @watch + @human, @covertly + @human + @watch, @covertly + @human + @send away, @covertly + @send away + @private life, @covertly + ~@human + ~@watch, @covertly + ~@watch + ~@private life, @covertly + @watch + @loved ones, @covertly + @watch + @private life, @covertly + @watch + @devices, @covertly + @loved ones, @covertly + install*, @covertly + устан*, @spy + @loved ones, @spy > on, @spy > за + @loved ones, @spy > @private life, @watch + @others + @private life
watches a partner | know everything + @loved ones, @watch > my wife, @watch > my husband, @watch > my girlfriend, @watch > my boyfriend, @watch > my ex, @watch + @my partner + @private life
hunts people | @watched people + home address*, @watched people + домашн* адрес*, @watched people + адрес*, @watched people + где живут, @trace + @watched people, @scrape + @closed life, find > where + lives, узнать > где живет, по фото + где живет, stalk*, doxx*, doxing, докс*, деанон*
fakes opinion | automatic* > registration* + account*, mass > registration*, register* > thousands + account*, @mass > регистр* + аккаунт*, накачк*, artificial* > boost*, @fake + @praise, @bots + @praise + @mass, ботами*, bot votes, vote* > bots, bots that vote, @mass + @make + @praise
fakes papers | convincing > email*, convincing > letter*, @make > summons, @fake + @papers, @papers > pass*, @papers + look real, @papers + accepted by, @make + @papers + @identity checks
fakes the rest | @make + @fake + @fakeable, @fake > @fakeable + @mass, @fake accounts, fake > sender*, поддел* > отправител*, spoof*, подмен* > номер*, подмен* > отправител*
knocks down | @knock down > @sites, @sites > ddos*, @sites > offline + knock*, @devices + @sites > offline, take* > offline, knock* > offline, overload* > until, rival* > offline, competitor* > offline
bothers people | mass report*, ~report* + until + banned, someone's + until + banned, texts everyone + late, pay + someone + banned, массов* > жалоб*, keep* > @calling + until, @calls + ex + until, @calling > my ex, @calling > ex + at night, rotating > numbers, @calls + @loved ones + ночью, @bother + @person reached + @calls, @bother + @person reached + @mass, @bother > @watched people, harass*, травить > человек*, @bother > @loved ones
sells what is forbidden | -prescription + pills, -prescription + @sell, без рецепта + @sell, without prescription + @sell, @sell + @street drugs, @sell + @weapons, sell* > drugs, drug > market*, drug > shop, drug > dealer*, тайник* + @sell, кладмен*, закладчик*, darknet > market*, dark web > market*, даркнет*, @sell + organs, human organ*, @street drugs + тайник*
sells what was stolen | resell* > login*, resell* > account*, @sell + @ill gotten + @loot, @ill gotten > @loot, @others + @loot + @sell, @loot > @ill gotten, @break in + @sell
evades checks | scalper*, scalping, aimbot*, wallhack*, @detectors + @slips through, @slips through > @detectors, @evade > @defences, @defences > @evade, @evade + detect* + account*, 打码平台
mines on others | @miner + @hidden, @miner + @runners, @miner + @others, @miner + @loved ones
leaks secrets of builds | @send away + @runners + @secret keys, all secrets > @away, @send away > all secrets, @send away > repository secrets, @send away > environment variable*, все секреты > @away
undresses | @young + @intimate, @intimate + @young, @undress + @pictures, revenge porn*, child porn*, csam, детск* порн*, порномест*
makes explosives | @make > @explosives, recipe* > @explosives, @explosives > рецепт*
sends spam | unsolicited, mass spam*, send* > spam, spam > bot, spam > blast*, spam > cannon*, spam > campaign*, spammer*, рассыл* > спам*, спам > рассыл*, спам > бот*, массов* > спам*, спам машин*, рассыл* > без согласия, purchased > email*, купленн* > баз* + рассыл*, enviar > spam, correo no deseado > enviar, 垃圾邮件 > 发送, 群发 > 垃圾
incites | @turns away + @origin, @origin + @turns away, recruit* > terror*, terror* > propaganda, hate speech > @make, @make > hate speech, @make > propaganda, разжига*, вербов* > терр*
`;

/** Harmful by name, unless the server is to deal with it: concept | words. */
export const harmNames = `
injected | inject*, внедр*
default passwords | default password*, factory password*, weak password*, заводск* парол*, стандартн* парол*
calls | call, calls, calling, sms, texts, messages, emails, звонк*, смс, сообщени*, письм*, 短信
calling | calling, phoning, texting, messaging, ringing, звонит*, названива*, пишет
promise | never + consent, never + permission, -@watch > consent, -@watch > permission, -record* + consent, not > @watch + consent, no > @watch + consent, nobody + consent, never + knowledge, никогда + -согласия, нельзя + -согласия, не > @watch + согласия, запрещ* + -согласия
turns away | reject*, exclud*, filter* out, refus*, downgrad*, deny, denies, отказыва*, отсеива*, отклоня*
origin | ethnic*, race, religion*, skin colour, skin color, nationalit*, sexual orientation, национальност*, вероисповедан*, цвет* кожи
cheats | lower*, reduc*, shav*, overcharg*, charg*, round*, rig, rigged, занижа*, завыша*, списыва*, обсчит*, недовешив*
young | teen*, minor, minors, child*, kids, girls, boys, подрост*, несовершеннолетн*, детей, школьни*
intimate | intimate, nude, nudes, naked, sexual, интимн*, обнажен*, голые
clones | clon*, deepfake*, synthetic voice*, клон*, дипфейк*, голосом
ransom words | ransom*, extort*, blackmail*, вымога*, шантаж*
encrypt words | encrypt*, шифр*
my partner | my wife, my husband, my girlfriend, my boyfriend, my ex, моей жены, мою жену, моя жена, моей девушки, мою девушку, моего мужа, моего парня, моей бывшей, meiner freundin, meiner frau, meines mannes, mi novia, mi esposa, mi marido, ma femme, mon mari
identity checks | identity check*, identity verification, kyc, verification*, age check*, проверк* личност*, верификац*
fake accounts | fake > account*, fake > profile*, фейк* > аккаунт*, фейк* > профил*, 虚假 > 账号
loot | @credentials, @cards, @data, @accounts, logs, access*, доступ*
away | to my, to our, to remote, to webhook, на мой, на наш, мне
by name | ransomware, keylog*, botnet*, spyware, stalkerware, rootkit*, malware, trojan*, infostealer*, password stealer*, cryptojack*, xmrig, backdoor*, exploit kit*, zero day exploit*, computer virus, c2 server*, command and control, remote access trojan*, booter, stresser, ddos, ddos attack*, dos attack*, denial of service, syn flood, http flood, phish*, smish*, vishing, carding*, card skimmer*, credential stuffing, sim swap*, otp bot*, sms bomb*, email bomb*, call bomb*, click fraud, ad fraud, view bot*, bot farm*, click farm*, captcha farm*, captcha solver*, astroturf*, disinformation, vote manipulation, money launder*, launder money, ponzi*, pyramid scheme*, pump and dump, insider trading, human traffick*, hitman, swatting, blackmail*, extort*, deepfake porn, identity theft, catfish*
by name elsewhere | шифровальщик*, вымогател*, кейлоггер*, ботнет*, троян*, стилер*, стиллер*, вредонос*, малвар*, майнер*, бэкдор*, бекдор*, зловред*, фишинг*, ддос*, накрутк*, накручив*, скамер*, скам, кардинг*, скимм*, обнал*, обналич*, отмыв*, финансов* пирамид*, кликфрод*, клик фрод*, бомбер*, смс бомб*, пробив людей, пробив по базе, дипфейк порн*, вброс* голосов, наркомагазин*, наркошоп*, шантаж*, угон аккаунт*, schadsoftware, erpressungs*, trojaner*, phishing*, malware, hameçonnage, blanqueo de dinero, geldwäsche, estafa*, 钓鱼, 木马, 勒索, 盗号, 洗钱, 刷单, 诈骗, 僵尸网络, 黑客攻击, 病毒软件
`;

/** Around words of harm it says that the server deals with harm: concept | English | Russian | other. */
export const protection = `
kept from it | against, stop, stops, stopping, safe from, @promise, против, борьб*, gegen, contra, contre
dealing with it | protect*, prevent*, detect*, block, blocks, blocking, anti, filter*, report, reports, reported, reporting, awareness, simulat*, mitigat*, guard*, recogni*, flag, flags, flagged, triag*, moderat*, statistic*, complaint*, scan result*, malware scan*, virus scan*, analysis, analys*, verdict*, quarantin*, identify scam*, warn*, incident*, investigat*, police, compliance, aml, insurance, claims, helpline, support for, victim support, recover*, screening, training, teach*, lessons, course*, classif*, =score, =scores, register of, alert*, monitoring, check whether, check if, was leaked, been leaked, been pwned, threat intelligence, cve, vulnerabilit*, pentest*, bug bounty, security team, soc, seed data, test data, demo data, staging, museum, researcher* | защит*, обнаруж*, предотвр*, антифрод*, анти, фильтр*, блокир*, выявл*, выявля*, распозна*, жалоб*, жалу*, обучен*, обуча*, тренинг*, учет*, учета, мониторинг*, алерт*, полици*, статистик*, проверя*, расследован*, инцидент*, сообщают о, горяч* лини*, помощ*, пострадавш*, страхов*, лекци*, курс*, безопасник* | schutz*, schützt, erkenn*, melde*, meldestelle*, verhinder*, detecta*, proteger, denunci*, prévenir, signaler, 反, 防, 举报, 检测, 预防, 拦截, 识别
lawful trade | licen*, permit*, club*, museum*, game*, toy*, airsoft, nerf, hunt*, pharmac*, hospital*, clinic*, rehab*, addict*, treatment, prescription*, player*, sword* | лиценз*, разрешен*, клуб*, музе*, игр*, страйкбол*, охот*, аптек*, больниц*, клиник*, реабилит*, лечен*, зависим*, рецепт* | apotheke*, verein*, spiel*, farmacia*, juego*, 药店, 医院, 游戏
`;
