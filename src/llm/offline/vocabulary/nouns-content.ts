/** Entity flags | English | Russian | fields | belongs to | many to many. */
export const contentNouns = `
Post@+ | post, blog post, blog entry | пост, запись блога, посты, постов, публикация, публикации | title body:text | Category Thread Community | Tag
Article@+ | article, news article | статья, статьи, статей | title body:text | Category | Tag
News | news, news item | новость, новости, новостей | title body:text publishedAt:datetime? | Category |
Comment@+ | comment, reply | комментарий, комментарии, комментариев, коммент | body:text | Post Article News Photo Video Task Ticket Issue Recipe |
Tag | tag, hashtag | тег, теги, тегов, тэг, метка | name! | |
Page | static page, wiki page | страница сайта, вики страница | title slug! body:text | |
Note@ | note, memo | заметка, заметки, заметок | title body:text pinned:boolean=false | Notebook | Tag
Notebook@ | notebook | блокнот | name | |
Document@ | document, doc | документ, документы, документов | title body:text? | Folder |
Folder@ | folder, directory | папка, папки, папок | name | |
Attachment@ | attachment | вложение, вложения, вложений | name url:url | Memo Ticket Task Message Note |
Photo@+ | photo, picture, image gallery | фотография, фото, фотографии | title:string? url:url | Album |
Album@+ | photo album, gallery, album | альбом, галерея | title releasedOn:date? | Artist |
Video@+ | video, clip | видео, видеоролик, ролик | title url:url duration:integer? | Channel Playlist |
Playlist@ | playlist | плейлист | name | | Song
Song | song, music track | песня, песни, трек, треки | title duration:integer? | Album Artist |
Artist | artist, musician, band | исполнитель, музыкант, группа музыкантов | name bio:text? | |
Podcast | podcast | подкаст, подкасты | title description:text? | |
Episode | episode | эпизод, эпизоды, серия, выпуск | title number:integer | Podcast Season Show |
Season | season | сезон, сезоны | number:integer | Show |
Show | tv show, tv series | сериал, сериалы | title description:text? | |
Movie | movie, film | фильм, фильмы, кино | title year:integer? description:text? | Genre Director |
Genre | genre | жанр, жанры | name! | |
Director | film director, movie director | режиссер, режиссеры | name | |
Actor | actor, actress | актер, актеры | name | | Movie
Book | book, novel | книга, книги, книг, книгами | title isbn:string? year:integer? | Author Publisher Genre |
Author | author, writer | автор, авторы, авторов | name bio:text? | |
Publisher | publisher | издательство, издатель | name | |
Loan@ | loan, borrow, borrowing, borrow record, lending, checkout record | выдача, выдачи, выдача книг, займ, заем | loanedOn:date?^ dueDate:date?^ returnedOn:date?^ | Book Item Equipment |
Quote | quote, quotation, aphorism | цитата, цитаты, цитат | body:text | Author | Tag
Joke | joke | шутка, анекдот | body:text | |
Message@ | message, direct message, chat message | сообщение, сообщения, сообщений | body:text | Conversation Room Channel |
Conversation@ | conversation, dialog, chat thread | беседа, диалог, переписка | title:string? | |
Room | chat room, game room, room | комната, комнаты, комнат, номер в отеле, помещение | name capacity:integer? | Hotel Building |
Channel | channel | канал, каналы | name! | Workspace |
Thread@+ | thread, discussion thread, topic, discussion | тема форума, обсуждение, топик, обсуждения, тред | title body:text? | Forum Board |
Forum | forum section, subforum | раздел форума | name description:text? | |
Community | community, group of interest | сообщество, сообщества | name! description:text? | |
Like@+ | like, reaction, upvote | лайк, реакция, лайки | kind:string? | Post Photo Comment |
Vote@+ | vote, ballot | голос, голоса, голосование | value:integer=1 | Poll Post Option Candidate |
Poll@+ | poll, survey, questionnaire | опрос, опросы, анкета | question:text closesAt:datetime? | |
Option | poll option, answer option, choice | вариант ответа, вариант | label | Poll Question |
Quiz | quiz, trivia, test paper | викторина, квиз, тест знаний | title description:text? | Course |
Question | question | вопрос, вопросы, вопросов | body:text | Quiz Exam |
Answer@+ | answer | ответ, ответы, ответов | body:text | Question |
Result@ | result, test result, quiz result | результат, результаты, результатов | score:integer | Quiz Match |
Leaderboard | leaderboard | таблица лидеров | name | |
Game | game, match game | игра, игры | title description:text? | |
Player | player, gamer | игрок, игроки | nickname! | Team |
Team | team, squad | команда, команды, команд | name! | League |
Match | match, fixture game | матч, матчи | playedAt:datetime score:string? | Tournament |
Tournament | tournament, championship | турнир, турниры, чемпионат | name startsAt:datetime? | |
League | league | лига | name | |
Friendship@ | friendship, friend request | дружба, заявка в друзья | status:enum(pending,accepted)^=pending | |
Follow@+ | follower | подписчик автора | since:date? | |
Story@+ | user story, story | история, рассказ | title body:text | |
Event | event, meetup, concert, conference | событие, мероприятие, события, мероприятия, концерт | title description:text? startsAt:datetime place:string? capacity:integer? | Venue |
Venue | venue, hall | площадка, зал, место проведения | name address capacity:integer? | |
Ticket@ | ticket, support ticket | тикет, обращение, билет, билеты, заявка в поддержку, обращения | subject:string description:text status:enum(open,in_progress,closed)^=open | Event Project |
Snippet@ | snippet, paste, code snippet | сниппет, фрагмент кода | title:string? body:text language:string? | |
Link@ | link, short link, shortened url | ссылка, ссылки, короткая ссылка, ссылок | slug! target:url expiresAt:datetime? | Domain |
Click | click, link visit | клик, переход по ссылке, клики | referrer:string? occurredAt:datetime | Link |
Domain | domain, own domain, custom domain | домен, домены | name! | |
Feedback@ | feedback | обратная связь | body:text rating:integer? | |
Translation | translation | перевод, переводы | language:string body:text | |
Word | word, flashcard, vocabulary word | слово, слова, карточка слова | term:string! meaning:text | Deck |
Deck@ | deck | колода | name | |
`;
