import { logText } from './log-text';

const frame = (stream: number, text: string): Buffer => {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

it.each([
  ['both streams in order', Buffer.concat([frame(1, 'one\n'), frame(2, 'zwölf\n')]), 'one\nzwölf\n'],
  ['a frame that was cut off', frame(1, 'whole').subarray(0, 10), 'wh'],
  ['output without frames', Buffer.from('a terminal says so'), 'a terminal says so'],
  ['nothing', Buffer.alloc(0), ''],
])('reads %s', (_, output, text) => expect(logText(output)).toBe(text));
