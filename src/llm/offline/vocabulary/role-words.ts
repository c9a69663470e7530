import { phrase } from '../text/phrases.ts';
import { list, rows } from './parse-lines.ts';

/** Role, English, Russian: people who work on what others own. `*` ends a stem. */
const table = `
editor | editor* | редактор*
moderator | moderator* | модератор*
manager | manager* | менеджер*
curator | curator* | куратор*
librarian | librarian* | библиотекар*
instructor | instructor*, lecturer* | лектор*
teacher | teacher*, tutor* | учител*, преподавател*
operator | operator* | оператор*
dispatcher | dispatcher* | диспетчер*
agent | support agent*, agents | агент* поддержки
organizer | organizer*, organiser* | организатор*
accountant | accountant* | бухгалтер*
recruiter | recruiter* | рекрутер*
staff | staff, employee* | сотрудник*, персонал*
`;

export const rolePhrases = rows(table).flatMap(([name = '', english, russian]) =>
  [...list(english), ...list(russian)].map((words) => phrase(words, name)),
);

/** What holders of a role do to rows of others. Reading is not among it. */
export const managing =
  /^(manag|edit|moderat|maintain|administ|delet|remov|updat|chang|correct|approv|publish|handl|curat|creat|add|keep|управля|редактир|модерир|прав[ия]т|исправля|удаля|измен|обновля|добавля|созда|публику|одобря|утвержда|обрабатыва|вед[еу]т|вести)/;

/** Words behind which a clause speaks of something else. */
export const clauseEnds = new Set(
  `that which who whose when if by for from to in on with of through via see sees read reads view
  которые который которых когда если для от из на по через с что видят читают смотрят`.split(/\s+/),
);
