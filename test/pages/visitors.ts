import type { Browser, BrowserContext } from 'playwright-core';
import { complaintsOf } from './browser';
import { LandingPage } from './landing-page';

/** People at the landing page, each with a browser of their own; a gateway's certificate may be self-signed. */
export class Visitors {
  private contexts: BrowserContext[] = [];
  private complaints: string[][] = [];

  constructor(private readonly browser: Browser) {}

  /** Another person, on a phone if `width` says so. */
  async visit(address: string, width = 1_280): Promise<LandingPage> {
    const context = await this.browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height: 900 } });
    this.contexts.push(context);
    const landing = new LandingPage(await context.newPage());
    this.complaints.push(complaintsOf(landing.page));
    await landing.open(address);
    return landing;
  }

  /** All go; resolves with what their pages complained of. */
  async leave(): Promise<string[]> {
    for (const context of this.contexts) await context.close();
    const complaints = this.complaints.flat();
    [this.contexts, this.complaints] = [[], []];
    return complaints;
  }
}
