import type { Browser, Page } from 'playwright-core';
import { AdminPage } from '../pages/admin-page';
import { complaintsOf, openBrowser, visit } from '../pages/browser';
import { faultsOf, Organisers } from '../pages/organisers';
import { docker, remains } from '../support/docker';
import { TestPlatform, until, type Answer } from '../support/platform';

/** A small event on real Docker: its platform, and browsers of organisers and attendees. */
export class TestEvent {
  private organisers: Organisers;
  private readonly attendees: Page[] = [];
  private readonly heard: string[][] = [];

  private constructor(
    readonly platform: TestPlatform,
    private readonly browser: Browser,
  ) {
    this.organisers = new Organisers(browser, platform);
  }

  static async begin(variables: Record<string, string>): Promise<TestEvent> {
    const platform = await TestPlatform.start({ DRIVER: 'docker', ...variables });
    return new TestEvent(platform, await openBrowser());
  }

  organiser = (path: string): Promise<AdminPage> => this.organisers.open(path);

  /** A page in a browser of its own. */
  async attendee(address = this.platform.origin): Promise<Page> {
    const page = await this.browser.newPage();
    this.attendees.push(page);
    this.heard.push(complaintsOf(page));
    await visit(page, address);
    return page;
  }

  async launch(user: string): Promise<Answer['body']> {
    const { status, body } = await this.platform.create(user);
    expect(status).toBe(201);
    return body;
  }

  sessions(): Promise<Answer['body'][]> {
    return this.platform.activeSessions();
  }

  /** Closes all pages, of which none may have complained, and ends all sessions. */
  async clear(): Promise<void> {
    await Promise.all([this.organisers.close(), ...this.attendees.splice(0).map((page) => page.context().close())]);
    const complaints = [...this.organisers.complaints, ...this.heard.splice(0).flat()];
    this.organisers = new Organisers(this.browser, this.platform);
    const running = await this.sessions();
    await Promise.all(running.map(({ session_id: id }) => this.platform.admin('DELETE', `/sessions/${id}`)));
    await until(async () => (await this.sessions()).length === 0);
    expect(complaints).toEqual([]);
  }

  /** Ends the platform, of which nothing may be left in Docker. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.platform.stop();
    expect(await remains(this.platform.deployment)).toEqual([]);
  }
}

/** Nothing serious for axe, and nothing that scrolls sideways. */
export async function isWell(admin: AdminPage): Promise<void> {
  expect(await faultsOf(admin)).toEqual([]);
}

/** The containers that Docker has for a session, stopped ones too. */
export const containersOf = async (sessionId: string): Promise<string[]> =>
  (await docker('ps', '-a', '--filter', `label=session_id=${sessionId}`, '--format', '{{.Names}}')).toSorted();

/** When Docker started each container of a session. */
export const startsOf = (sessionId: string): Promise<string[]> =>
  docker('inspect', '-f', '{{.State.StartedAt}}', `jarvis-${sessionId}-backend`, `jarvis-${sessionId}-frontend`);
