import { ApiParam } from '@nestjs/swagger';

/** Documents the id of a session in an address. */
export const ApiSessionId = (): MethodDecorator =>
  ApiParam({ name: 'id', type: String, description: "The session's id", example: 'user123-a24fd782' });
