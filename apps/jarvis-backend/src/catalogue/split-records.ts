/** Pasted text as records: a line each, but for JSON and XML that are written over several lines. */
export function splitRecords(text: string): string[] {
  const trimmed = text.trim();
  return jsonRecords(trimmed) ?? xmlRecords(trimmed) ?? trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** One JSON value over several lines: an object is a record, each item of a list is one. */
function jsonRecords(text: string): string[] | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]).map((item) =>
      typeof item === 'string' ? item : JSON.stringify(item),
    );
  } catch {
    return undefined;
  }
}

/** Elements of one name after each other, each of them on one line in the end. */
function xmlRecords(text: string): string[] | undefined {
  const root = /^(?:<\?[^>]*\?>\s*)?<([A-Za-z_][\w:.-]*)/.exec(text)?.[1];
  const end = `</${root}>`;
  if (root === undefined || !text.includes('\n') || !text.endsWith(end)) return undefined;
  return text
    .split(end)
    .slice(0, -1)
    .map((element) => `${element.trim()}${end}`.replaceAll(/\s*\r?\n\s*/g, ' '));
}
