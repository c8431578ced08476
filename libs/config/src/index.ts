export { parseConfig, type Config, type Setting, type Texts } from './config';
export { ConfigError, type Problem } from './errors';
export { inNetwork } from './in-network';
export { isPlanTime } from './plan-time';
export { readConfig } from './read-config';
