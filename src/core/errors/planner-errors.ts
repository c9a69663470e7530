/** Why no plan could be made of a request. */
export const plannerErrors = {
  'request.empty': {
    en: [
      'The request is empty.',
      'Say what the server is for, for example: `/sotacode build an online store with accounts and orders`.',
    ],
    ru: [
      'Запрос пуст.',
      'Скажите, для чего нужен сервер, например: `/sotacode build интернет-магазин с аккаунтами и заказами`.',
    ],
  },
  'request.unclear': {
    en: [
      'I could not find a server in “{request}”.',
      'Name the kind of service and what it keeps, for example: `a blog with posts and comments`.',
    ],
    ru: [
      'В запросе «{request}» не видно, какой нужен сервер.',
      'Назовите вид сервиса и что он хранит, например: `блог со статьями и комментариями`.',
    ],
  },
  'request.contradiction': {
    en: [
      'The request contradicts itself: “{first}” and “{second}” cannot both hold, because {why}.',
      'Say which of the two matters more and drop the other.',
    ],
    ru: [
      'Запрос противоречит себе: «{first}» и «{second}» несовместимы, потому что {why}.',
      'Решите, что важнее, и уберите второе.',
    ],
  },
  'request.refused': {
    en: [
      'I do not build this: “{part}” would harm other people.',
      'Describe a server that its users agree to.',
    ],
    ru: [
      'Такое я не делаю: «{part}» вредит другим людям.',
      'Опишите сервер, на который согласны его пользователи.',
    ],
  },
  'planner.refused': {
    en: ['The model refused to plan this request.', 'Rephrase the request.'],
    ru: ['Модель отказалась планировать этот запрос.', 'Переформулируйте запрос.'],
  },
  'planner.truncated': {
    en: [
      'The model ran out of room before the plan was complete.',
      'Split the request into smaller ones.',
    ],
    ru: ['Модели не хватило места, чтобы закончить план.', 'Разделите запрос на части.'],
  },
  'planner.unavailable': {
    en: [
      'The model did not answer ({detail}).',
      'Repeat the command later, or unset OPENAI_API_KEY to use the offline planner.',
    ],
    ru: [
      'Модель не ответила ({detail}).',
      'Повторите команду позже или уберите OPENAI_API_KEY, чтобы работал офлайн-планировщик.',
    ],
  },
  'planner.invalid': {
    en: ['The model gave no usable plan ({detail}).', 'Rephrase the request or name its parts.'],
    ru: [
      'Модель не дала пригодного плана ({detail}).',
      'Переформулируйте запрос или назовите его части.',
    ],
  },
} as const;
