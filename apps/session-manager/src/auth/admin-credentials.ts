import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { LoginThrottle } from './login-throttle';

/** The organisers' account. */
@Injectable()
export class AdminCredentials {
  private readonly logger = new Logger('Login');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly throttle: LoginThrottle,
  ) {}

  /**
   * Whether this is the organisers' name and password; takes the same time whatever is wrong. A wrong password for their account goes into
   * the log, as often as the throttle lets it be tried; never what was typed.
   * @throws TooManyAttemptsError
   */
  verify(username: string, password: string, address: string): Promise<boolean> {
    const { username: name, password: secret } = this.config.admin;
    return this.throttle.guard(username, address, () => {
      const nameFits = sameText(username, name);
      const passwordFits = sameText(password, secret);
      if (nameFits && !passwordFits) this.logger.warn(`A wrong password for the organisers' account`, { address });
      return nameFits && passwordFits;
    });
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in constant time, also when the lengths differ. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
