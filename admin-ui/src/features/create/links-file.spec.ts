import { linkLines, linksFile } from './links-file';

const entries = [
  {
    line: 2,
    user_id: '=HYPERLINK("http://evil.example")',
    session_id: 'hyperlink-1f2e3d4c',
    reservation_id: null,
    link: 'https://jarvis.example/#session=hyperlink-1f2e3d4c&token=t',
    expires_at: '2026-05-04T18:00:00.000Z',
  },
];

it('writes a file that a spreadsheet only shows', () =>
  expect(linksFile(entries)).toBe(
    '"user_id","link","expires_at","session_id","reservation_id"\r\n' +
      `"'=HYPERLINK(""http://evil.example"")","https://jarvis.example/#session=hyperlink-1f2e3d4c&token=t",` +
      '"2026-05-04T18:00:00.000Z","hyperlink-1f2e3d4c",""\r\n',
  ));

it('writes lines to paste', () =>
  expect(linkLines(entries)).toBe(
    `'=HYPERLINK("http://evil.example")\thttps://jarvis.example/#session=hyperlink-1f2e3d4c&token=t\n`,
  ));
