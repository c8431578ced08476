import { hashSource, inlineScripts } from './content-policy';

it('names a script by the hash that browsers reckon', () =>
  // The example of CSP Level 3, section 8.3.
  expect(hashSource("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"));

it('finds the inline scripts of a page, not the files that it names', () =>
  expect(inlineScripts('<script>a\n</script><script src="b.js"></script><p></p><script>c</script>')).toEqual([
    hashSource('a\n'),
    hashSource('c'),
  ]));

it('finds nothing in a page without them', () => expect(inlineScripts('<p>script</p>')).toEqual([]));
