import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { AdminPage } from './admin-page';
import { complaintsOf, seriousFindings } from './browser';

/** Organisers who are logged in, each with a browser of their own; a gateway's certificate may be self-signed. */
export class Organisers {
  private readonly contexts: BrowserContext[] = [];
  private readonly heard: string[][] = [];

  constructor(
    private readonly browser: Browser,
    private readonly at: { readonly origin: string },
  ) {}

  async open(path: string, options: BrowserContextOptions = {}): Promise<AdminPage> {
    const context = await this.browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1_280, height: 900 },
      ...options,
    });
    this.contexts.push(context);
    const page = await context.newPage();
    this.heard.push(complaintsOf(page));
    const admin = new AdminPage(page);
    await admin.open(this.at.origin, path);
    await admin.logIn();
    await admin.live();
    return admin;
  }

  /** What their pages complained about. */
  get complaints(): string[] {
    return this.heard.flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

/** What is wrong with a page as it is now, for those who use it on a phone or by a screen reader. */
export const faultsOf = async ({ page }: AdminPage): Promise<unknown[]> => {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [...(await seriousFindings(page)), ...(over > 0 ? [`scrolls sideways by ${over} pixels`] : [])];
};

/** A phone in the dark. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
