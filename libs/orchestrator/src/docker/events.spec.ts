import { instanceEvent } from './events';

const labels = { instance_id: '1f2e3d4c', session_id: 'ada-1f2e3d4c', service: 'backend' };
const line = (Action: string, Attributes: Record<string, string> = labels): string =>
  JSON.stringify({ Type: 'container', Action, Actor: { ID: 'abc', Attributes }, timeNano: 1 });

it.each([
  ['create', 'created', false],
  ['start', 'running', false],
  ['restart', 'running', false],
  ['unpause', 'running', false],
  ['pause', 'paused', true],
  ['die', 'exited', false],
  ['stop', 'exited', true],
  ['destroy', undefined, true],
])('takes "%s" for %s, asked for: %s', (action, state, stopped) => {
  expect(instanceEvent(line(action))).toEqual({
    kind: 'service',
    instanceId: '1f2e3d4c',
    sessionId: 'ada-1f2e3d4c',
    service: 'backend',
    state,
    stopped,
  });
});

it.each([
  ['jarvis-eve-1f2e3d4c-backend', 'eve-1f2e3d4c'],
  ['backend-of-ada', 'ada-1f2e3d4c'],
])('takes the session of %s for %s', (name, sessionId) => {
  expect(instanceEvent(line('die', { ...labels, name }))).toMatchObject({ sessionId });
});

it.each([
  ['an action that changes no state', line('exec_start: sh')],
  [
    'a rename',
    line('rename', { ...labels, name: 'jarvis-eve-1f2e3d4c-backend', oldName: '/jarvis-ada-1f2e3d4c-backend' }),
  ],
  ['a container without our labels', line('die', { image: 'redis' })],
  ['a service that is none', line('die', { ...labels, service: 'cache' })],
  ['an event without an actor', '{}'],
])('ignores %s', (_, event) => expect(instanceEvent(event)).toBeUndefined());
