import { Forbidden } from './forbidden';
import { routeOf } from './routes';

const ID = 'a'.repeat(64);

it.each([
  ['GET', '/_ping', undefined],
  ['GET', '/containers/json', undefined],
  ['POST', '/containers/create', undefined],
  ['GET', `/containers/${ID}/logs`, ID],
  ['POST', `/containers/${ID}/rename`, ID],
  ['DELETE', '/containers/jarvis-ada-1f2e3d4c-backend', 'jarvis-ada-1f2e3d4c-backend'],
  ['POST', '/networks/zz-jarvis-ada-1f2e3d4c-net/connect', 'zz-jarvis-ada-1f2e3d4c-net'],
  ['DELETE', '/volumes/jarvis-ada-1f2e3d4c-data', 'jarvis-ada-1f2e3d4c-data'],
  ['GET', '/images/registry.example:5000/jarvis/backend:1.2/json', 'registry.example:5000/jarvis/backend:1.2'],
])('knows %s %s', (method, path, id) => expect(routeOf(method, path).id).toBe(id));

it.each([
  ['POST', `/containers/${ID}/exec`],
  ['POST', '/exec/1/start'],
  ['POST', `/containers/${ID}/attach`],
  ['PUT', `/containers/${ID}/archive`],
  ['GET', `/containers/${ID}/archive`],
  ['POST', `/containers/${ID}/update`],
  ['POST', '/commit'],
  ['POST', '/build'],
  ['POST', '/images/create'],
  ['DELETE', '/images/jarvis-frontend:prod'],
  ['POST', '/containers/prune'],
  ['POST', '/volumes/prune'],
  ['GET', '/secrets'],
  ['POST', '/swarm/init'],
  ['POST', '/plugins/pull'],
  ['POST', '/session'],
  // The same calls, as other clients write them.
  ['GET', '/v1.41/containers/json'],
  ['get', '/_ping'],
  // What the engine would clean up, and then take for another call.
  ['GET', `/containers/../images/json`],
  ['POST', `/containers/${ID}/../${ID}/exec`],
  ['GET', '//containers/json'],
  ['GET', `/containers/${ID}%2fexec/json`],
  ['GET', '/containers/%2e%2e/json'],
  ['GET', '/containers/json/'],
  ['GET', 'http://docker/containers/json'],
  ['POST', `/containers/${ID}/start\n`],
  ['GET', '/images/../containers/redis/json'],
])('refuses %s %s', (method, path) => expect(() => routeOf(method, path)).toThrow(Forbidden));
