import { Controller, Get, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../auth/bearer-token';
import { GatewayService, type Decision, type Passage } from './gateway.service';
import type { Page } from './session-cookie';

/** NGINX's `auth_request` knows these statuses and no others. */
const STATUS: Record<Decision['verdict'], HttpStatus> = {
  open: HttpStatus.NO_CONTENT,
  link: HttpStatus.FORBIDDEN,
  starting: HttpStatus.FORBIDDEN,
  ended: HttpStatus.FORBIDDEN,
  private: HttpStatus.UNAUTHORIZED,
};

/** What the gateway asks for each request to an instance. Whoever else asks learns what their own key tells them, and nothing without it. */
@ApiExcludeController()
@Controller('gateway')
export class GatewayController {
  constructor(private readonly gateway: GatewayService) {}

  @Get('authorize')
  async authorize(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    answer(reply, await this.gateway.decide(passageOf(request)));
  }
}

function answer(reply: FastifyReply, { verdict, upstream, cookie }: Decision): void {
  void reply.status(STATUS[verdict]).header('X-Gateway-Reason', verdict);
  if (upstream !== undefined) void reply.header('X-Gateway-Upstream', upstream);
  if (cookie !== undefined) void reply.header('Set-Cookie', cookie);
}

function passageOf(request: FastifyRequest): Passage {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    sessionId: header('x-gateway-session') ?? '',
    service: header('x-gateway-service') === 'backend' ? 'backend' : 'frontend',
    credentials: {
      token: header('x-gateway-token'),
      cookie: header('cookie'),
      apiKey: header('x-api-key'),
      bearer: bearerToken(request),
    },
    page: pageAt(header('x-gateway-path'), header('x-forwarded-proto')),
  };
}

const pageAt = (path: string | undefined, scheme: string | undefined): Page | undefined =>
  path !== undefined && /^\/([\w-]+\/)*$/.test(path) ? { path, secure: scheme === 'https' } : undefined;
