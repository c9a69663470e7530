import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import { redact, settings } from '../shared/settings.ts';
import { ProductsController } from './products.controller.ts';

const { max: limit, windowMs: ttl } = settings.rateLimit;

function genReqId(request: IncomingMessage, response: ServerResponse) {
  const id = String(request.headers['x-request-id'] ?? randomUUID());
  response.setHeader('x-request-id', id);
  return id;
}

@Module({
  imports: [
    LoggerModule.forRoot({ pinoHttp: { redact, genReqId } }),
    ThrottlerModule.forRoot([{ limit, ttl }]),
    JwtModule.register({
      secret: settings.jwtSecret,
      verifyOptions: {
        algorithms: ['HS256'],
        issuer: settings.jwtIssuer,
        audience: settings.jwtAudience,
      },
    }),
  ],
  controllers: [ProductsController],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})
export class AppModule {}
