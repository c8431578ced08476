import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { LoginThrottle } from './login-throttle';
import { WrongAttempts } from './wrong-attempts';

/** The organisers' account. */
@Injectable()
export class AdminCredentials {
  private readonly logger = new Logger('Login');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly throttle: LoginThrottle,
    private readonly wrong: WrongAttempts,
  ) {}

  /**
   * Whether this is the organisers' name and password; takes the same time whatever is wrong. A wrong password for their account goes into
   * the log, as often as the throttle lets it be tried; what closes an account to the address goes on record. Never what was typed.
   * @throws TooManyAttemptsError
   */
  async verify(username: string, password: string, address: string): Promise<boolean> {
    const { username: name, password: secret } = this.config.admin;
    const nameFits = sameText(username, name);
    const { succeeded, closesFor } = await this.throttle.guard(username, address, () => {
      const passwordFits = sameText(password, secret);
      if (nameFits && !passwordFits) this.logger.warn(`A wrong password for the organisers' account`, { address });
      return nameFits && passwordFits;
    });
    // Names, too: an answer must not take longer where the name fits.
    if (closesFor > 0) await this.wrong.record(nameFits ? 'passwords' : 'account_names', address, closesFor);
    return succeeded;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in constant time, also when the lengths differ. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
