import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { settings } from '../shared/settings.ts';

/** What both adapters share. */
export async function listen(app: INestApplication) {
  app.useLogger(app.get(Logger));
  app.enableCors({ origin: settings.corsOrigins });
  app.useGlobalPipes(
    new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }),
  );
  const info = new DocumentBuilder().setTitle('Shop').build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, info), { ui: false });
  await app.listen(settings.port, '127.0.0.1');
}
