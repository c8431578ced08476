import type { Locator, Page } from 'playwright-core';
import { visit } from './browser';

/** The landing page as an attendee sees it. */
export class LandingPage {
  constructor(readonly page: Page) {}

  open = (origin: string): Promise<void> => visit(this.page, origin);

  get launchButton(): Locator {
    return this.page.getByRole('button', { name: 'Launch Your Jarvis Instance' });
  }
  get userField(): Locator {
    return this.page.getByLabel('Name or e-mail');
  }
  get codeField(): Locator {
    return this.page.getByLabel('Access code');
  }
  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'Launch progress' });
  }
  get openLink(): Locator {
    return this.page.getByRole('link', { name: 'Open your instance' });
  }
  get timeLeft(): Locator {
    return this.page.getByRole('timer', { name: 'Time left' });
  }
  /** The number of this page's place in line. */
  place = (number: number): Locator => this.page.locator('#place', { hasText: new RegExp(`^${number}$`) });
  /** The title of what the page shows: `Start here`, `Your instance is ready`, `Every instance is in use`, … */
  title = (name: string): Locator => this.page.getByRole('heading', { level: 2, name });

  /** Launches and waits until the instance is ready; stays on this page unless `stay` is false. */
  async launch({ userId, stay = true }: { userId?: string; stay?: boolean } = {}): Promise<void> {
    if (userId !== undefined) await this.userField.fill(userId);
    await this.launchButton.click();
    await this.openLink.waitFor({ timeout: 120_000 });
    if (stay) await this.page.getByRole('button', { name: 'Stay on this page' }).click();
  }

  /** Where the instance is, with the token that opens it. */
  async instanceUrl(): Promise<string> {
    return (await this.openLink.getAttribute('href')) ?? '';
  }

  extend = (): Promise<void> => this.page.getByRole('button', { name: 'Extend', exact: true }).click();

  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'End instance' }).click();
  }
}
