import type { Token } from './token.ts';

/** Words that say that what follows is not wanted. */
const forward = new Set(
  `without no not never dont don't doesn't isn't needn't won't shouldn't except excluding skip omit avoid nor neither
  без не нет никаких никакой никакого никакая никакую никакие кроме исключая
  ohne kein keine keinen keinerlei sin sans aucun aucune sem nenhum 无 不 没`.split(/\s+/),
);
/** Words after a negative particle that turn the negation backwards: «авторизация не нужна». */
const needed =
  /^(need(ed)?|require[ds]?|necessary|wanted|нуж(ен|на|но|ны)|требу(е|ю)тся|надо|permitted|allowed|possible|acceptable|разреш\S+|допуска\S+|допустим\S*|понадоб\S+|необходим\S*|ставить|использовать|используем|хочу|хотим|добавлять|подключать|тащить|брать|предусмотр\S+|предусматрива\S+|планиру\S+|nötig|erforderlich|necesari[oa]|nécessaire)$/;
const forbidden = /^(prohibited|forbidden|banned|disallowed|запрещен[аоы]?|исключен[аоы]?)$/;
const ends = new Set([
  'but',
  'with',
  'however',
  'just',
  'only',
  'so',
  'но',
  'а',
  'с',
  'со',
  'только',
  'зато',
  'it',
  'everybody',
  'that',
  'which',
  'where',
  'где',
  'who',
  'который',
  'которая',
  'которое',
  'которые',
  'everyone',
  'instead',
  'then',
]);
const extendsList = new Set(['or', 'nor', 'или', 'ни']);
const reach = 6;

/** Marks the tokens in the scope of a negation. */
export function markNegations(tokens: readonly Token[]): Token[] {
  const negated = new Set([...tokens.keys()].flatMap((index) => scope(tokens, index)));
  return tokens.map((token, index) => (negated.has(index) ? { ...token, negated: true } : token));
}

function scope(tokens: readonly Token[], index: number): number[] {
  if (forbidden.test(tokens[index]?.lower ?? '')) return behind(tokens, index);
  if (isInsteadOf(tokens, index)) return ahead(tokens, index + 1, 3);
  if (!isCue(tokens, index)) return [];
  const backwards = needed.test(tokens[index + 1]?.lower ?? '') && !hasObject(tokens, index + 1);
  return backwards ? behind(tokens, index) : ahead(tokens, index, reach);
}

function isCue(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.lower ?? '';
  const following = tokens[index + 1]?.lower;
  if (!forward.has(word)) return word === 'free' && tokens[index + 1]?.lower === 'of';
  // «not only», «не только» and «no one else» deny nothing.
  return ![
    'only',
    'только',
    'one',
    'matter',
    'more',
    'later',
    'less',
    'just',
    '同',
    '仅',
    '但',
    '断',
    '论',
  ].includes(following ?? '');
}

const isInsteadOf = (tokens: readonly Token[], index: number) => {
  const pair = `${tokens[index]?.lower} ${tokens[index + 1]?.lower}`;
  return pair === 'instead of' || pair === 'rather than' || tokens[index]?.lower === 'вместо';
};

/** «don't need auth» and «не нужна авторизация» go on; «auth is not needed.» does not. */
function hasObject(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    next !== undefined &&
    !breaks(next) &&
    !ends.has(next.lower) &&
    !['and', 'и'].includes(next.lower)
  );
}

const breaks = ({ before }: Token) => /[,.;:!?()\n—–，、。；]/.test(before) && !/^\.$/.test(before);

function ahead(tokens: readonly Token[], cue: number, length: number): number[] {
  const found: number[] = [];
  for (let at = cue + 1; at <= cue + length; at += 1) {
    const token = tokens[at];
    if (!token || ends.has(token.lower) || token.sentence !== tokens[cue]?.sentence) break;
    if (beginsClause(tokens, at)) break;
    if (breaks(token) && !(token.before === ',' && listGoesOn(tokens, at))) break;
    found.push(at);
  }
  return found;
}

/** “keeps no sessions and lists users”: what is done next is not ruled out with what is not kept. */
const beginsClause = (tokens: readonly Token[], at: number) =>
  ['and', 'и'].includes(tokens[at]?.lower ?? '') && doing.test(tokens[at + 1]?.lower ?? '');
const doing =
  /^(can|must|should|may|will|has|have|is|are|lets?|lists?|shows?|sends?|keeps?|stores?|saves?|gives?|allows?|supports?|uses?|returns?|revokes?|deletes?|serves?|может|могут|должен|должна|должны|умеет|хранит|показывает|отправляет|выдает|позволяет|использует|есть)$/;

/** “no login, registration or roles”: a comma inside a list that ends in “or”. */
const listGoesOn = (tokens: readonly Token[], from: number) =>
  tokens
    .slice(from, from + 4)
    .some(({ lower, sentence }) => extendsList.has(lower) && sentence === tokens[from]?.sentence);

function behind(tokens: readonly Token[], cue: number): number[] {
  const found: number[] = [];
  for (let at = cue - 1; at >= 0 && cue - at <= reach; at -= 1) {
    if (tokens[at]?.sentence !== tokens[cue]?.sentence) break;
    found.push(at);
    if (breaks(tokens[at] as Token) || ends.has((tokens[at] as Token).lower)) break;
  }
  return found;
}
