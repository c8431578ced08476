/** The picture of the line: a bar for each who waits, the next one first, this browser's own marked. */
const SVG = 'http://www.w3.org/2000/svg';
const MOST_BARS = 60;
/** A shorter line leaves the rest of the width free. */
const FEWEST_BARS = 24;

/** How many bars to draw, and which of them (from 0) is this one's; a long line is drawn to scale. */
export const queueBars = ({ place, length }) => {
  const count = Math.max(1, Math.min(MOST_BARS, length));
  const share = length > 1 ? (place - 1) / (length - 1) : 0;
  return { count, mine: Math.min(count - 1, Math.round(share * (count - 1))) };
};

const bar = () => {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', '0.6');
  return rect;
};

export const drawQueue = (svg, line) => {
  const { count, mine } = queueBars(line);
  svg.setAttribute('viewBox', `0 0 ${Math.max(count, FEWEST_BARS)} 10`);
  while (svg.childElementCount > count) svg.lastElementChild.remove();
  while (svg.childElementCount < count) svg.append(bar());
  [...svg.children].forEach((rect, i) => {
    const height = i === mine ? 10 : 6;
    rect.setAttribute('x', (i + 0.2).toFixed(2));
    rect.setAttribute('y', String(10 - height));
    rect.setAttribute('height', String(height));
    rect.classList.toggle('lit', i < mine);
    rect.classList.toggle('mine', i === mine);
  });
};
