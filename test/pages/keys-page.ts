import type { Locator } from 'playwright-core';
import { sendRoster } from '../admin/roster-links';
import type { Answer, TestPlatform } from '../support/platform';
import type { LandingPage } from './landing-page';

export const ROTATION = '**/rotate-keys';

/** A session that an organiser creates for somebody, with its personal link. */
export const linkFor = async (platform: TestPlatform, user: string) =>
  ((await sendRoster(platform, 'create', user)).body.entries as Answer['body'][])[0];

/** What the landing page remembers of its session and of an exchange of its keys. */
export const memory = ({ page }: LandingPage): Promise<Record<string, string>> =>
  page.evaluate<Record<string, string>>(
    `({ session_id: localStorage.getItem('jarvis_session_id'), session_token: localStorage.getItem('jarvis_session_token'), rotation: localStorage.getItem('jarvis_rotation') })`,
  );

export const question = ({ page }: LandingPage): Locator =>
  page.getByRole('dialog', { name: 'Exchange the keys of your instance?' });
export const ask = ({ page }: LandingPage): Promise<void> => page.getByRole('button', { name: 'New keys' }).click();
export const confirm = (landing: LandingPage): Promise<void> =>
  question(landing).getByRole('button', { name: 'Exchange keys' }).click();
