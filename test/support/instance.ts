import type { Answer } from './platform';

/** An instance as its attendee's page has it: all requests go to the frontend's address, with the cookie that the link gives. */
export class AttendeeInstance {
  private constructor(
    private readonly url: string,
    /** As a header of requests has it. */
    readonly cookie: string,
  ) {}

  /** `frontend_url` holds the access token, which the gate takes for a cookie. */
  static async open({ frontend_url: url }: { frontend_url: string }): Promise<AttendeeInstance> {
    const gate = await fetch(url, { redirect: 'manual' });
    return new AttendeeInstance(url, gate.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  /** Asks the backend, below `/api/v1`. */
  async ask(path: string, body?: object): Promise<Pick<Answer, 'status' | 'body'>> {
    const answer = await fetch(new URL(`/api/v1${path}`, this.url), {
      method: body ? 'POST' : 'GET',
      headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  }
}
