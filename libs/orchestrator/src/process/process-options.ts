import type { DestinationRules, UploadRules } from '../environment';

export interface ProcessOptions {
  /** Names this platform among others in the same home: each sees and removes only its own. */
  readonly deployment: string;
  /** The folder for volumes, records and logs; an absolute path. */
  readonly home: string;
  /** The Node executable that runs the services. */
  readonly node: string;
  readonly backendEntry: string;
  readonly frontendEntry: string;
  /** Flags for Node, before the entry. */
  readonly execArgv?: readonly string[] | undefined;
  /** A folder with `event_generators/` and `parsers/`; absent, the services' own defaults hold. */
  readonly contentPath?: string | undefined;
  readonly disableAuth: boolean;
  readonly destinations: DestinationRules;
  readonly uploads: UploadRules;
  readonly logLevel: string;
  /** How long a launch or resume waits for both services to answer HTTP. */
  readonly readyTimeoutMs: number;
  /** How often `watch` looks for changes that no child process tells of; 2 s by default. */
  readonly pollMs?: number | undefined;
}
