/** Who signs our commits. A branch whose head has another author belongs to that person. */
export const commitAuthor = {
  name: 'SotACode',
  email: 'sotacode[bot]@users.noreply.github.com',
} as const;
