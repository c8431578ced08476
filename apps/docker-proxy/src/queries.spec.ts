import { Forbidden } from './forbidden';
import { checkQuery } from './queries';
import { routeOf } from './routes';
import { aPlatform } from './settings.fixture';

const check = (method: string, url: string): void => {
  const [path = '', text = ''] = url.split('?');
  checkQuery(routeOf(method, path).route, new URLSearchParams(text), aPlatform());
};
const filters = (value: unknown): string => `filters=${encodeURIComponent(JSON.stringify(value))}`;
const ours = ['managed_by=jarvis_session_manager', 'deployment=summit'];

it.each([
  ['GET', `/containers/json?all=true&${filters({ label: ours })}`],
  ['GET', `/events?since=1&${filters({ type: ['container'], label: [...ours, 'service=backend'] })}`],
  ['GET', `/networks?${filters({ name: ['jarvis-network'] })}`],
  ['POST', '/containers/create?name=jarvis-ada-1f2e3d4c-backend'],
  ['POST', '/containers/x/rename?name=jarvis-warm-1f2e3d4c-frontend'],
])('takes %s %s', (method, url) => expect(() => check(method, url)).not.toThrow());

it.each([
  ['GET', '/containers/json'],
  ['GET', `/containers/json?${filters({})}`],
  ['GET', `/containers/json?${filters({ label: ['managed_by=jarvis_session_manager'] })}`],
  ['GET', `/containers/json?${filters({ label: ['managed_by=jarvis_session_manager', 'deployment=other'] })}`],
  ['GET', `/containers/json?${filters({ label: Object.fromEntries(ours.map((label) => [label, true])) })}`],
  ['GET', `/containers/json?${filters({ label: ours })}&${filters({})}`],
  ['GET', `/containers/json?size=1&${filters({ label: ours })}`],
  ['GET', '/volumes?filters=nonsense'],
  ['GET', `/networks?${filters({ name: ['jarvis-network', 'bridge'] })}`],
  ['POST', '/containers/create'],
  ['POST', '/containers/create?name=redis'],
  ['POST', '/containers/create?name=jarvis-ada-1f2e3d4c-backend&platform=windows'],
  ['POST', '/containers/x/rename?name=session-manager'],
])('refuses %s %s', (method, url) => expect(() => check(method, url)).toThrow(Forbidden));
