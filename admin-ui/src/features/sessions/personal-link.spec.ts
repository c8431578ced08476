import { personalLink } from './personal-link';

it('leads to the landing page, with what opens the session behind the #', () => {
  const link = personalLink('https://jarvis.example', { session_id: 'ada-1f2e3d4c', session_token: 'a-token' });
  expect(link).toBe('https://jarvis.example/#session=ada-1f2e3d4c&token=a-token');
});
