import { get } from 'node:http';
import { sleep } from './deadline';
import type { Service } from './types';

/** Where each service says that it works: docs/instance.md. */
export const HEALTH_PATHS: Readonly<Record<Service, string>> = { backend: '/api/v1/health', frontend: '/health' };

const FIRST_PAUSE_MS = 30;
const LONGEST_PAUSE_MS = 250;
const PAUSE_GROWTH = 1.2;
const FIRST_PATIENCE_MS = 300;
const LONGEST_PATIENCE_MS = 5_000;
const PATIENCE_GROWTH = 1.5;

/**
 * Resolves when the URL answers 200; asks again until then, or until the signal aborts. The first questions wait only
 * briefly: one sent while a port proxy stands and its container does not can hang for seconds, a new one comes through.
 */
export async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let patience = FIRST_PATIENCE_MS;
  while (!(await answers(url, patience, signal))) {
    await sleep(pause, signal);
    pause = Math.min(pause * PAUSE_GROWTH, LONGEST_PAUSE_MS);
    patience = Math.min(patience * PATIENCE_GROWTH, LONGEST_PATIENCE_MS);
  }
}

/** Whether one GET gets a 200 in time. */
const answers = (url: string, patienceMs: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, signal }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    const timer = setTimeout(() => request.destroy(), patienceMs);
    request.on('error', () => resolve(false));
    request.on('close', () => clearTimeout(timer));
  });
