import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { AppModule } from './nest/app.module.ts';
import { listen } from './nest/set-up.ts';

// (c) NestJS as `nest new` makes it, on Express.
const app = await NestFactory.create<NestExpressApplication>(AppModule, { bufferLogs: true });
app.use(helmet());
await listen(app);
