import { resultWords } from './result-words';
import type { RosterResult } from './use-roster';

const entry = { line: 2, user_id: 'ada', session_id: null, reservation_id: 'r', link: 'l', expires_at: '' };
const refusal = { line: 3, field: null, message: 'no place' };

it.each<[RosterResult, string]>([
  [{ mode: 'create', entries: [entry], refused: [] }, 'A session for ada'],
  [{ mode: 'reserve', entries: [entry], refused: [] }, 'A place for ada'],
  [{ mode: 'reserve', entries: [entry, entry], refused: [] }, '2 places reserved'],
  [{ mode: 'create', entries: [entry], refused: [refusal] }, '1 session created, 1 row refused'],
  [{ mode: 'create', entries: [], refused: [refusal, refusal] }, '0 sessions created, 2 rows refused'],
])('says what was made', (result, words) => expect(resultWords(result)).toBe(words));
