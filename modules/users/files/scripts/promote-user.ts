import { buildApp } from '../src/app.ts';

// Makes somebody an admin: npm run user:promote -- jane@example.com
const email = process.argv[2];
if (!email) throw new Error('Name the e-mail address: npm run user:promote -- jane@example.com');

const app = await buildApp({ ...process.env, LOG_LEVEL: 'warn' });
try {
  const user = await app.users.findByEmail(email);
  if (user) await app.users.update(user.id, { role: 'admin' });
  else process.exitCode = 1;
  console.log(user ? `${user.email} is an admin now.` : `Nobody has the address ${email}.`);
} finally {
  await app.close();
}
