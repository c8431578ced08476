import type { ObservedInstance } from '@app/orchestrator';
import type { Repair } from './reconcile-plan';
import { repairWords } from './repair-words';

const session = {} as Extract<Repair, { kind: 'launch' }>['session'];
const instance = { services: { backend: 'exited' }, volume: true, network: true } as unknown as ObservedInstance;
const volume = { services: {}, volume: true, network: false } as unknown as ObservedInstance;

it.each<[Repair, string]>([
  [{ kind: 'launch', session }, 'Make sure that its start goes on'],
  [{ kind: 'retire', session }, 'Make sure that its end goes on'],
  [{ kind: 'lose', session }, 'End the session: its containers are gone'],
  [{ kind: 'resume', session }, 'Start the stopped container again'],
  [{ kind: 'rename', session }, 'Give the containers the name of their session'],
  [{ kind: 'adopt', instance }, 'Take the running instance back: Redis has forgotten its session'],
  [{ kind: 'remove', instance, keepVolume: false }, 'Remove what is left of an instance that nobody owns'],
  [
    { kind: 'remove', instance, keepVolume: true },
    'Remove what is left of an instance that nobody owns, and keep its volume for the retention time',
  ],
  [{ kind: 'remove', instance: volume, keepVolume: false }, 'Remove the volume: its retention time is over'],
  [{ kind: 'release', instanceId: '1f2e3d4c' }, 'Free the ports of an instance that is not there'],
])('says %j in words', (repair, words) => expect(repairWords(repair)).toBe(words));
