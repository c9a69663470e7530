import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { type AccessToken, roleOfSession } from '../shared/sessions.ts';

@Injectable()
export class AdminGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers } = context
      .switchToHttp()
      .getRequest<{ headers: { authorization?: string } }>();
    const token = headers.authorization?.split(' ')[1] ?? '';
    const claims = await this.jwt.verifyAsync<AccessToken>(token).catch(() => null);
    const role = claims && (await roleOfSession(claims.sid));
    if (!role) throw new UnauthorizedException();
    if (role !== 'admin') throw new ForbiddenException();
    return true;
  }
}
