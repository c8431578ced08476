/** The words of a text, which commas and spaces part, after those that are there; none comes twice. */
export const withWords = (words: readonly string[], text: string): string[] => {
  const all = [...words];
  for (const word of text.split(/[\s,]+/)) {
    if (word !== '' && !all.some((each) => each.toLowerCase() === word.toLowerCase())) all.push(word);
  }
  return all;
};
