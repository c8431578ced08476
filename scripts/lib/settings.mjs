import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { at } from './paths.mjs';

/** What the user set: the environment, then .env in the checkout. An empty text counts as unset. */
export function readSettings() {
  const set = { ...parseEnvFile(), ...process.env };
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== ''));
}

function parseEnvFile() {
  try {
    return parseEnv(readFileSync(at('.env'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
