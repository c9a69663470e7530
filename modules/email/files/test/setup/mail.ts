// Known to the tests, so that they can follow links.
process.env.APP_URL = 'https://app.test';
process.env.MAIL_FROM = 'Test shop <shop@app.test>';
// Nothing is sent to where a developer's own settings point.
process.env.SMTP_URL = '';
process.env.MAIL_LANGUAGE = 'en';
