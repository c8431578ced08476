import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parseConfig, type Config, type Texts } from './config';

/** The configuration of this process: its environment, then the `.env` file of the working folder, then defaults. */
export const readConfig = (envFile = resolve('.env')): Config => parseConfig(process.env, readEnvFile(envFile));

function readEnvFile(path: string): Texts {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
