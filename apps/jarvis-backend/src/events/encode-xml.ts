import { textOf } from './template';

const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const KEYED = /^(.+)\[@(.+)\]$/;
type Quote = "'" | '"';

/**
 * A tree as one line of XML. In an object, `@name` is an attribute, `#text` the text, every other key a child element; a
 * list repeats the element; `Data[@Name]` with an object is one `Data` for each entry, named by the attribute `Name`.
 * `null` gives `<a/>`, an empty text `<a></a>`. Throws an `Error` that quotes a wrong name.
 */
export const encodeXml = (name: string, content: unknown, quote: Quote): string => element(name, content, quote);

function element(key: string, content: unknown, quote: Quote): string {
  if (Array.isArray(content)) return content.map((item) => element(key, item, quote)).join('');
  const [, keyed, attribute] = KEYED.exec(key) ?? [];
  if (keyed !== undefined && attribute !== undefined) {
    const items = Object.entries((content ?? {}) as Record<string, unknown>);
    return items.map(([id, value]) => element(keyed, named(attribute, id, value), quote)).join('');
  }
  const name = checked(key);
  if (content === null || content === undefined) return `<${name}/>`;
  if (typeof content !== 'object') return `<${name}>${escapeText(textOf(content))}</${name}>`;

  const entries = Object.entries(content);
  const attributes = entries
    .filter(([child]) => child.startsWith('@'))
    .map(([child, value]) => ` ${checked(child.slice(1))}=${quote}${escapeAttribute(textOf(value))}${quote}`);
  const inner = entries
    .filter(([child]) => !child.startsWith('@'))
    .filter(([child, value]) => !(child === '#text' && value === null))
    .map(([child, value]) => (child === '#text' ? escapeText(textOf(value)) : element(child, value, quote)));
  const open = `${name}${attributes.join('')}`;
  return inner.length > 0 ? `<${open}>${inner.join('')}</${name}>` : `<${open}/>`;
}

const named = (attribute: string, id: string, value: unknown): unknown => ({
  [`@${attribute}`]: id,
  ...(typeof value === 'object' && value !== null ? value : { '#text': value }),
});

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name of an XML element or attribute`);
  return name;
}

// What XML 1.0 has no way to write, or should not, is left out.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const escapeText = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>\n\r]/g, (mark) => ENTITIES[mark]!);
const escapeAttribute = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"'\n\r\t]/g, (mark) => ENTITIES[mark]!);
