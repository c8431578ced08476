/** An element: its attributes, its child elements in order, and the text between them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(
  [
    `<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
    `</(${NAME})\\s*>`,
    '<!\\[CDATA\\[(.*?)\\]\\]>',
    '<!--.*?-->',
    '<\\?.*?\\?>',
    '([^<]+)',
  ].join('|'),
  'ysu',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const DEPTH_MAX = 100;

/**
 * Reads elements, attributes, text, CDATA, comments and the five entities and character references. No document types and so no
 * entities of their own. Prefixes of namespaces stay part of a name. Throws an `Error` that says where it is not well-formed.
 */
export function readXml(source: string): XmlElement {
  const text = source.trim();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const close = (element: Open): void => {
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  };
  const token = new RegExp(TOKEN);
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const fail = (what: string): never => {
      throw new Error(`${what} at character ${at + 1} of the XML`);
    };
    const [, begun, attributes = '', empty, ended, cdata, plain] = token.exec(text) ?? fail('Not well-formed');
    if (begun !== undefined) {
      if (root) fail('A second root element');
      if (open.length >= DEPTH_MAX) fail('Too deep');
      const element: Open = { name: begun, attributes: readAttributes(attributes, fail), children: [], text: '' };
      if (empty) close(element);
      else open.push(element);
    } else if (ended !== undefined) {
      const element = open.pop();
      if (element?.name !== ended) fail(`</${ended}> closes nothing`);
      close(element!);
    } else if (cdata !== undefined || plain !== undefined) {
      const element = open.at(-1);
      if (element) element.text += cdata ?? decode(plain!, fail);
      else if (cdata !== undefined || plain!.trim() !== '') fail('Text outside the root element');
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (!root) throw new Error('There is no XML element');
  return root;
}

function readAttributes(text: string, fail: (what: string) => never): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (found.has(name)) fail(`The attribute ${name} twice`);
    found.set(name, decode(double ?? single ?? '', fail));
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string, fail: (what: string) => never): string {
  return text.replaceAll(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? fail(`The entity ${all} is unknown`);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fail(`${all} is no character reference`);
    },
  );
}

const STEP = /^([^[\]]+)(?:\[@([^=\]]+)=([^\]]*)\])?$/;

/** Follows `['System', 'Provider', '@Name']` or `['EventData', 'Data[@Name=User]']` from the root; the first that fits counts. */
export function atXmlPath(root: XmlElement, path: readonly string[]): string | undefined {
  let at: XmlElement | undefined = root;
  for (const step of path) {
    if (step.startsWith('@')) return at.attributes.get(step.slice(1));
    const [, name, attribute, value] = STEP.exec(step) ?? [];
    at = at.children.find(
      (child) => child.name === name && (attribute === undefined || child.attributes.get(attribute) === value),
    );
    if (!at) return undefined;
  }
  return at.text;
}
