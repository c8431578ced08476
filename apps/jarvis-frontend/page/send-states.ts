import type { Send } from './types';

export const STATES: Readonly<Record<Send['state'], string>> = {
  queued: 'Waiting in line',
  running: 'Sending',
  paused: 'Paused',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Stopped by you',
  stopped: 'Stopped by the organisers',
  interrupted: 'Interrupted',
};

/** The colour that goes with a state. */
export const TONES: Readonly<Record<Send['state'], string>> = {
  queued: 'neutral',
  running: 'busy',
  paused: 'warn',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  stopped: 'warn',
  interrupted: 'warn',
};
