/** What people choose when they must choose something long: the first guesses of every attacker. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `000000000000 0123456789012 1111111111111 12345678 123456789 1234567890 12345678901 123456789012
  1234567890123 12345678901234 123456789123 123456789abc 1234567891011 1234qwerasdf 1q2w3e4r
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  147258369 147258369147 741852963 987654321 987654321012 9876543210 a1b2c3d4 a1b2c3d4e5f6 abc12345
  abcd1234 abcd12345678 abcdef123456 abcdefghijkl admin123 admin1234 admin12345 adminadmin
  adminadmin123 administrator administrator1 asdfasdf asdfasdfasdf asdfghjk asdfghjkl asdfghjkl123
  baseball baseball1234 changeme changeme1234 changemenow1 charlie12345 chocolate123 computer
  computer1234 correcthorse correcthorsebatterystaple football football1234 iloveyou iloveyou1234
  iloveyou12345 iloveyouforever letmein1 letmein12345 letmeinplease liverpool123 manchester12
  michael12345 monkey123456 mypassword mypassword12 mypassword123 mypassword1234 newpassword
  newpassword1 newpassword123 p@ssw0rd p@ssw0rd1234 p@ssword1234 pa55word1234 passw0rd passw0rd1234
  password password! password1 password12 password123 password1234 password12345 password123456
  password123! password1234! password2024 password2025 password2026 passwordpassword pokemon12345
  princess1234 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc qazwsxedc123 qazwsxedcrfv qwer1234
  qwerasdfzxcv qwerty12 qwerty123 qwerty12345 qwerty123456 qwerty1234567 qwertyqwerty qwertyui
  qwertyuiop qwertyuiop12 qwertyuiop123 qwertyuiop[] secret123456 spiderman123 starwars
  starwars1234 sunshine sunshine1234 superman1234 superuser123 test12345678 testtesttest
  thisisapassword trustno1 trustno12345 welcome1 welcome12345 welcome123456 whatever1234 zaq12wsx
  zaq12wsxcde3 zxcvbnm1 zxcvbnm12345 zxcvbnmasdfghjkl йцукенгшщзхъ йцукен123456 пароль123456
  пароль1234567 парольпароль`.split(/\s+/),
);
