import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { CONFIG } from '../composition/tokens';
import { KEYS } from './keys';
import {
  changedSettings,
  effectiveSettings,
  settingSources,
  type Features,
  type LimitName,
  type Settings,
  type Source,
  type StoredSettings,
} from './settings';

/** The settings that admins change while the platform runs: kept in Redis, so every replica obeys at once. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly redis: Redis,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async current(): Promise<Settings> {
    return effectiveSettings(this.config, await this.stored());
  }

  async sources(): Promise<Record<LimitName | 'features', Source>> {
    return settingSources(this.config, await this.stored());
  }

  /** Changes what is named and leaves the rest; two admins who change at once lose nothing. */
  async change(change: Parameters<typeof changedSettings>[2]): Promise<Settings> {
    for (;;) {
      const text = await this.redis.get(KEYS.globalConfig);
      const next = changedSettings(this.config, parse(text), change);
      if ((await this.swap(KEYS.globalConfig, text, next)) === 'set') return effectiveSettings(this.config, next);
    }
  }

  /** What a session may do: the platform's features with the session's own over them. */
  async featuresOf(sessionId: string): Promise<Features> {
    const [settings, own] = await Promise.all([this.current(), this.redis.get(KEYS.sessionConfig(sessionId))]);
    return { ...settings.features, ...(own === null ? {} : (JSON.parse(own) as Partial<Features>)) };
  }

  /** Adds to the session's own features. Answers false when there is no such session. */
  async changeFeaturesOf(sessionId: string, change: Partial<Features>): Promise<boolean> {
    for (;;) {
      const text = await this.redis.get(KEYS.sessionConfig(sessionId));
      const own = { ...(text === null ? {} : (JSON.parse(text) as Partial<Features>)), ...change };
      const outcome = await this.swap(KEYS.sessionConfig(sessionId), text, own, KEYS.session(sessionId));
      if (outcome !== 'changed meanwhile') return outcome === 'set';
    }
  }

  private async stored(): Promise<StoredSettings> {
    return parse(await this.redis.get(KEYS.globalConfig));
  }

  /** Sets the key if it still holds what was read and the key that it belongs to, if any, exists. */
  private async swap(
    key: string,
    read: string | null,
    next: object,
    owner?: string,
  ): Promise<'set' | 'changed meanwhile' | 'no owner'> {
    const keys = owner === undefined ? [key] : [key, owner];
    const answer = await this.redis.eval(COMPARE_AND_SET, keys.length, ...keys, read ?? '', JSON.stringify(next));
    return answer as 'set' | 'changed meanwhile' | 'no owner';
  }
}

const COMPARE_AND_SET = `
if KEYS[2] and redis.call('EXISTS', KEYS[2]) == 0 then return 'no owner' end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 'changed meanwhile' end
redis.call('SET', KEYS[1], ARGV[2])
return 'set'
`;

const parse = (text: string | null): StoredSettings => (text === null ? {} : (JSON.parse(text) as StoredSettings));
