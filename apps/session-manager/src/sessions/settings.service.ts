import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { CONFIG } from '../composition/tokens';
import { KEYS } from './keys';
import {
  changedFeatures,
  changedSettings,
  effectiveSettings,
  featureChanges,
  settingsChanges,
  settingSources,
  type Changes,
  type Features,
  type FeaturesChange,
  type SettingName,
  type Settings,
  type SettingsChange,
  type Source,
  type StoredSettings,
} from './settings';

export interface SettingsOverview {
  readonly settings: Settings;
  readonly sources: Record<SettingName | 'features', Source>;
  readonly base: Settings;
}

/** What a session may do, and what of it is its own. */
export interface SessionFeatures {
  readonly features: Features;
  readonly overrides: Partial<Features>;
}

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

  /** The settings in force, where each comes from, and what would hold without admins: all of one moment. */
  async overview(): Promise<SettingsOverview> {
    const stored = await this.stored();
    return {
      settings: effectiveSettings(this.config, stored),
      sources: settingSources(this.config, stored),
      base: effectiveSettings(this.config, {}),
    };
  }

  /** Changes what is named and leaves the rest; two admins who change at once lose nothing. Answers what is different now. */
  async change(change: SettingsChange): Promise<Changes> {
    for (;;) {
      const text = await this.redis.get(KEYS.globalConfig);
      const before = parse(text);
      const next = changedSettings(this.config, before, change);
      if ((await this.swap(KEYS.globalConfig, text, next)) === 'set') return settingsChanges(this.config, before, next);
    }
  }

  /** What each of these sessions may do: the platform's features with the session's own over them. */
  async featuresOf(sessionIds: readonly string[], settings?: Settings): Promise<SessionFeatures[]> {
    if (sessionIds.length === 0) return [];
    const [{ features }, own] = await Promise.all([
      settings ?? this.current(),
      this.redis.mget(sessionIds.map(KEYS.sessionConfig)),
    ]);
    return own.map((text) => {
      const overrides = parseFeatures(text);
      return { features: { ...features, ...overrides }, overrides };
    });
  }

  /** Changes the session's own features. Answers what is different now, or `undefined` when there is no such session. */
  async changeFeaturesOf(sessionId: string, change: FeaturesChange): Promise<Changes | undefined> {
    for (;;) {
      const [{ features }, text] = await Promise.all([this.current(), this.redis.get(KEYS.sessionConfig(sessionId))]);
      const before = parseFeatures(text);
      const next = changedFeatures(before, change);
      const outcome = await this.swap(KEYS.sessionConfig(sessionId), text, next, KEYS.session(sessionId));
      if (outcome === 'set') return featureChanges(features, before, next);
      if (outcome === 'no owner') return undefined;
    }
  }

  private async stored(): Promise<StoredSettings> {
    return parse(await this.redis.get(KEYS.globalConfig));
  }

  /** Sets the key, or deletes it where nothing is left to keep, if it still holds what was read and the key that it belongs to, if any, exists. */
  private async swap(
    key: string,
    read: string | null,
    next: object,
    owner?: string,
  ): Promise<'set' | 'changed meanwhile' | 'no owner'> {
    const keys = owner === undefined ? [key] : [key, owner];
    const text = Object.keys(next).length === 0 ? '' : JSON.stringify(next);
    const answer = await this.redis.eval(COMPARE_AND_SET, keys.length, ...keys, read ?? '', text);
    return answer as 'set' | 'changed meanwhile' | 'no owner';
  }
}

const COMPARE_AND_SET = `
if KEYS[2] and redis.call('EXISTS', KEYS[2]) == 0 then return 'no owner' end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 'changed meanwhile' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2]) end
return 'set'
`;

const parseFeatures = (text: string | null): Partial<Features> =>
  text === null ? {} : (JSON.parse(text) as Partial<Features>);

const parse = (text: string | null): StoredSettings => (text === null ? {} : (JSON.parse(text) as StoredSettings));
