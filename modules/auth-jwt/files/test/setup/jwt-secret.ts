// Known to the tests, so that they can forge tokens.
process.env.JWT_SECRET = 'only-for-tests-only-for-tests-only-for-tests';
process.env.JWT_PREVIOUS_SECRET = 'older-secret-older-secret-older-secret-older';
