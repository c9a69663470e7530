import type { Comment, Issue } from '../../test/stand-in/world.ts';
import { openConversation } from '../transcripts/conversation.ts';

const request = 'an online store with accounts, product catalogue, orders';

/** What the App writes for `build` and for `plan`, said by the App itself over a GitHub on this machine. */
export async function takeTexts() {
  const conversation = await openConversation();
  try {
    const { repository } = conversation;
    const shop = await repository('shop');
    await shop.ask(`/sotacode build ${request}`, 'The server is ready');
    const build = said(shop.repository);
    const [pull] = shop.repository.pulls;
    if (!pull) throw new Error('No pull request was opened');
    const todo = await repository('todo');
    await todo.ask('/sotacode plan a to-do list with accounts', '## Plan');
    return { pull: withText(pull), build, plan: said(todo.repository) };
  } finally {
    await conversation.close();
  }
}

interface Said {
  issues: Issue[];
  comments: Comment[];
  reactions: { on: string; content: string }[];
}

/** The issue with the command, and the App's answer. */
function said({ issues: [issue], comments, reactions }: Said) {
  const answer = comments.findLast(({ user }) => user.type === 'Bot');
  if (!issue || !answer) throw new Error('The App did not answer');
  const eyes = reactions.some(({ on, content }) => on === 'issue:1' && content === 'eyes');
  return { issue: { ...withText(issue), eyes }, answer };
}

const withText = <T extends Issue>(issue: T) => ({ ...issue, body: issue.body ?? '' });
