import type { Locator, Page } from 'playwright-core';
import { visit } from './browser';

/** The organisers' console, at a width of 1100 pixels or more: narrower ones show cards instead of a table. */
export class AdminPage {
  constructor(readonly page: Page) {}

  /** Opens the console, on a page of it such as `/sessions`. */
  open = (origin: string, path = '/'): Promise<void> => visit(this.page, `${origin}/admin/#${path}`);

  async logIn(username = 'admin', password = 'techsummit2025'): Promise<void> {
    await this.page.getByLabel('Username').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }
  /** Whether the page is told things as they happen: `Live`, `Reconnecting…`, `Offline since 14:03:22`. */
  connection = (words: string | RegExp): Locator =>
    this.page.getByRole('banner').getByRole('status').getByText(words, { exact: true });
  /** Resolves once the page is told things as they happen. */
  live = (): Promise<void> => this.connection('Live').waitFor();
  logOut = (): Promise<void> => this.page.getByRole('button', { name: 'Log out' }).click();

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Console' });
  }
  heading = (name: string): Locator => this.page.getByRole('heading', { level: 1, name, exact: true });
  /** The figures at the top of the dashboard. */
  get summary(): Locator {
    return this.page.getByRole('region', { name: 'Summary' });
  }

  dashboard = (): Promise<void> => this.visit('/', 'Dashboard');
  sessions = (): Promise<void> => this.visit('/sessions', 'Sessions');
  create = (): Promise<void> => this.visit('/create', 'Create');
  settings = (): Promise<void> => this.visit('/configuration', 'Configuration');
  maintenance = (section: string): Promise<void> => this.visit(`/maintenance/${section}`, 'Maintenance');
  pool = (): Promise<void> => this.maintenance('pool');

  row = (sessionId: string): Locator => this.page.getByRole('row').filter({ hasText: sessionId });
  dialog = (title: string): Locator => this.page.getByRole('dialog', { name: title });
  /** What the page says after an action. */
  said = (words: string | RegExp): Locator => this.page.getByRole('region', { name: 'Notifications' }).getByText(words);

  details = (sessionId: string): Promise<void> => this.act('Details', sessionId);

  async extend(sessionId: string, hours: number): Promise<void> {
    await this.act('Extend…', sessionId);
    await this.dialog('Extend the session').getByLabel('Hours to add').fill(String(hours));
    await this.dialog('Extend the session').getByRole('button', { name: 'Extend' }).click();
  }

  async terminate(sessionId: string): Promise<void> {
    await this.act('Terminate…', sessionId);
    await this.dialog('Terminate the session?').getByRole('button', { name: 'Terminate' }).click();
  }

  cleanUp = (): Promise<void> => this.page.getByRole('button', { name: 'Clean up expired' }).click();

  /** A number of the settings by its label, beside which lies a button that sets it back. */
  setting = (label: string): Locator => this.page.getByRole('textbox', { name: label, exact: true });

  /** Sets a number of the settings by its label, `Sessions at once` say, and saves. */
  async save(label: string, value: number): Promise<void> {
    await this.setting(label).fill(String(value));
    await this.page.getByRole('button', { name: 'Save settings' }).click();
  }

  private async visit(path: string, heading: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(path)}`);
    await this.heading(heading).waitFor();
  }

  private async act(act: string, sessionId: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${sessionId}` }).click();
    await this.page.getByRole('menuitem', { name: act, exact: true }).click();
  }
}
