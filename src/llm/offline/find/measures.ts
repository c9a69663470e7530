/** Plural words that count something about one row. */
export const isMeasure = (word: string) =>
  /^(minutes|seats|views|clicks|likes|hits|details|ingredients|steps|instructions|places|spots|stars|calories|notes|years|часы|минуты|баллы|шаги|ингредиенты|лайки|просмотры|клики)$/.test(
    word,
  );
