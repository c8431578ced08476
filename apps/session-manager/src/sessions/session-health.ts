import { Injectable } from '@nestjs/common';
import { InstanceClient } from '../instances/instance-client';
import { InstanceStates } from '../instances/instance-states';
import type { Session } from './session';
import type { ServiceHealthDto, SessionHealthDto } from './session.dto';

/** Asks the servers of one instance whether they work. */
@Injectable()
export class SessionHealth {
  constructor(
    private readonly client: InstanceClient,
    private readonly states: InstanceStates,
  ) {}

  async check(session: Session): Promise<SessionHealthDto> {
    const states = this.states.of(session.instanceId);
    const answers =
      session.ports === undefined
        ? { backend: false, frontend: false }
        : await this.client.health({ ...session, ports: session.ports });
    const service = (name: 'backend' | 'frontend'): ServiceHealthDto => ({
      status: answers[name] ? 'healthy' : 'unhealthy',
      ...(states[name] === undefined ? {} : { state: states[name] }),
    });
    return {
      session_id: session.sessionId,
      status: answers.backend && answers.frontend ? 'healthy' : 'unhealthy',
      services: { frontend: service('frontend'), backend: service('backend') },
    };
  }
}
