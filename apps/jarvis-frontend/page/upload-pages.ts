/** Events that are shown at once. */
export const PAGE = 50;

/** Where the page begins that has the event with this number, counted from 1; a number that there is none of leads to the nearest. */
export const firstOfPage = (number: number, events: number): number => {
  const index = Math.min(Math.max(Math.trunc(number), 1), events) - 1;
  return index - (index % PAGE);
};
