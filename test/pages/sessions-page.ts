import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** The organisers' page of sessions: a table on wide screens, cards on narrow ones. */
export class SessionsPage {
  constructor(readonly page: Page) {}

  /** `query` is what the address has after `#/sessions`: `/{id}`, `?state=active`. */
  async open(origin: string, query = ''): Promise<void> {
    await this.page.goto(`${origin}/admin/#/sessions${query}`);
    await this.page.getByLabel('Username').fill('admin');
    await this.page.getByLabel('Password', { exact: true }).fill('techsummit2025');
    await this.page.getByRole('button', { name: 'Log in' }).click();
    await this.page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search', exact: true });
  }
  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Sessions' });
  }
  get rows(): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  }
  get bar(): Locator {
    return this.page.getByRole('group', { name: 'Sessions shown and selected' });
  }
  row = (sessionId: string): Locator => this.rows.filter({ has: this.page.getByRole('checkbox', { name: sessionId }) });
  head = (name: string): Locator => this.grid.getByRole('columnheader', { name });
  chip = (name: string): Locator => this.page.getByRole('group', { name: 'State' }).getByRole('button', { name });
  dialog = (name: string | RegExp): Locator => this.page.getByRole('dialog', { name });
  said = (words: string | RegExp): Locator => this.page.getByRole('region', { name: 'Notifications' }).getByText(words);
  /** What the bar above the list says: `37 of 1,000 sessions`, `12 selected`. */
  counted = (words: string): Promise<void> => this.bar.getByText(words).waitFor();

  users = (): Promise<string[]> => this.grid.getByRole('rowheader').allTextContents();

  select = (sessionId: string, modifiers: 'Shift'[] = []): Promise<void> =>
    this.page.getByRole('checkbox', { name: `Select ${sessionId}` }).click({ modifiers });

  async act(act: string, sessionId: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${sessionId}` }).click();
    await this.page.getByRole('menuitem', { name: act }).click();
  }

  /** The details of a session, open at one of their parts: `Record`, `Usage`, `Logs`, `Settings`, `Audit`. */
  async details(sessionId: string, part = 'Record'): Promise<Locator> {
    const details = this.dialog(sessionId);
    await details.getByRole('tab', { name: part }).click();
    return details;
  }

  async download(begin: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), begin()]);
    return readFile(await download.path(), 'utf8');
  }
}
