/** Every permission that the App asks for, and the one thing that it is for; app.yml says the same. */
export const permissions = [
  { name: 'contents', access: 'write', why: 'to push the branch with the server' },
  {
    name: 'workflows',
    access: 'write',
    why: "because the server's own CI, .github/workflows/ci.yml, is part of that branch",
  },
  { name: 'pull_requests', access: 'write', why: 'to open the pull request' },
  {
    name: 'issues',
    access: 'write',
    why: 'to read the command, react to it, and show the steps in one comment',
  },
  {
    name: 'checks',
    access: 'write',
    why: 'to show the steps of a build, and to see when the CI of a draft is green',
  },
  { name: 'metadata', access: 'read', why: 'to ask whether a commenter may write here' },
];
