import type { ObservedInstance } from '@app/orchestrator';
import type { Repair } from './reconcile-plan';

/** What a repair is, in words for organisers. */
export function repairWords(repair: Repair): string {
  switch (repair.kind) {
    case 'launch':
      return 'Make sure that its start goes on';
    case 'retire':
      return 'Make sure that its end goes on';
    case 'lose':
      return 'End the session: its containers are gone';
    case 'resume':
      return 'Start the stopped container again';
    case 'rename':
      return 'Give the containers the name of their session';
    case 'adopt':
      return 'Take the running instance back: Redis has forgotten its session';
    case 'remove':
      if (isVolume(repair.instance)) return 'Remove the volume: its retention time is over';
      return repair.keepVolume
        ? 'Remove what is left of an instance that nobody owns, and keep its volume for the retention time'
        : 'Remove what is left of an instance that nobody owns';
    case 'release':
      return 'Free the ports of an instance that is not there';
  }
}

const isVolume = ({ services, volume, network }: ObservedInstance): boolean =>
  volume && !network && Object.keys(services).length === 0;
