import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { BasicStrategy as PassportBasicStrategy } from 'passport-http';
import { AdminCredentials } from './admin-credentials';

/** Basic authentication of organisers (RFC 7617). */
@Injectable()
export class BasicStrategy extends PassportStrategy(PassportBasicStrategy, 'basic') {
  constructor(private readonly credentials: AdminCredentials) {
    super({ realm: 'Jarvis admin', passReqToCallback: true });
  }

  async validate(request: FastifyRequest, username: string, password: string): Promise<{ username: string } | false> {
    return (await this.credentials.verify(username, password, request.ip)) ? { username } : false;
  }
}
