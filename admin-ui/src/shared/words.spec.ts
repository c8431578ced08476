import { withWords } from './words';

it.each([
  [[], 'all', ['all']],
  [['a'], ' b,c  d,\n', ['a', 'b', 'c', 'd']],
  [['All'], 'all b B', ['All', 'b']],
  [['a'], ' , ', ['a']],
])('adds to %j the words of %j', (words, text, all) => expect(withWords(words, text)).toEqual(all));
