import type { Locator, Page } from 'playwright-core';

/** The organisers' page, at a width of 1100 pixels or more: narrower ones show cards instead of a table. */
export class AdminPage {
  constructor(readonly page: Page) {}

  open = (origin: string): Promise<unknown> => this.page.goto(`${origin}/admin/`);

  async logIn(username: string, password: string): Promise<void> {
    await this.page.getByLabel('Username').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }
  /** `Updated 14:03:22`: there once the sessions have been read. */
  get updated(): Locator {
    return this.page.getByText(/^Updated \d/);
  }
  logOut = (): Promise<void> => this.page.getByRole('button', { name: 'Log out' }).click();

  row = (sessionId: string): Locator => this.page.getByRole('row').filter({ hasText: sessionId });
  dialog = (title: string): Locator => this.page.getByRole('dialog', { name: title });
  /** What the page says after an action. */
  said = (words: string | RegExp): Locator => this.page.getByRole('region', { name: 'Notifications' }).getByText(words);

  details = (sessionId: string): Promise<void> => this.act('Details of', sessionId);

  async extend(sessionId: string, hours: number): Promise<void> {
    await this.act('Extend', sessionId);
    await this.dialog('Extend the session').getByLabel('Hours to add').fill(String(hours));
    await this.dialog('Extend the session').getByRole('button', { name: 'Extend' }).click();
  }

  async terminate(sessionId: string): Promise<void> {
    await this.act('Terminate', sessionId);
    await this.dialog('Terminate the session?').getByRole('button', { name: 'Terminate' }).click();
  }

  cleanUp = (): Promise<void> => this.page.getByRole('button', { name: 'Clean up expired' }).click();

  pool = (): Promise<void> => this.page.getByRole('tab', { name: 'Warm instances' }).click();
  settings = (): Promise<void> => this.page.getByRole('tab', { name: 'Settings' }).click();

  /** Sets a number of the settings by its label, `Sessions at once` say, and saves. */
  async save(label: string, value: number): Promise<void> {
    await this.page.getByLabel(label).fill(String(value));
    await this.page.getByRole('button', { name: 'Save settings' }).click();
  }

  private act = (verb: string, sessionId: string): Promise<void> =>
    this.page.getByRole('button', { name: `${verb} ${sessionId}` }).click();
}
