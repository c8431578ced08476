import { rm } from 'node:fs/promises';
import { settled } from '../settled';
import { SERVICES } from '../types';
import { logPath } from './paths';

/** Removes an instance's logs; those that are gone are no error. */
export async function removeLogs(home: string, names: { readonly bornAs: string }): Promise<void> {
  await settled(SERVICES.map((service) => rm(logPath(home, names, service), { force: true })));
}
