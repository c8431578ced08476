/** What the server takes, in characters; a file of so many bytes has no more of them. */
export const MOST_CHARACTERS = 900_000;

const UTF16_MARKS = new Set([0xff_fe, 0xfe_ff]);

/** The text of a roster's file. @throws Error with words for organisers */
export const rosterText = (bytes: Uint8Array): string => {
  if (bytes.length > MOST_CHARACTERS) throw new Error('The file is larger than 900 kB. Split it into several.');
  if (bytes.length === 0) throw new Error('The file is empty.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Error('This is a spreadsheet, not a CSV file. Save it as “CSV UTF-8” first.');
  }
  if (UTF16_MARKS.has(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0))) {
    throw new Error('This file is encoded as UTF-16. Save it as “CSV UTF-8” first.');
  }
  try {
    // Takes the byte order mark away that Excel writes.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('This file is not UTF-8 text. Save it as “CSV UTF-8” first.', { cause });
  }
};

export const readRosterFile = async (file: File): Promise<string> => {
  if (file.size > MOST_CHARACTERS) throw new Error('The file is larger than 900 kB. Split it into several.');
  return rosterText(new Uint8Array(await file.arrayBuffer()));
};
