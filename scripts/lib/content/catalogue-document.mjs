const percent = (share) => `${(share * 100).toFixed(1)} %`;
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The products as a table for a terminal. */
export function productTable({ products, scenarios }) {
  const head = ['product', 'vendor', 'format', 'events', 'malicious', 'parser fields', 'references'];
  const rows = products.map((product) => [
    product.id,
    product.vendor.name,
    product.format,
    String(product.events.length),
    percent(product.malicious_share),
    product.parser_fields === null ? 'none' : String(product.parser_fields.length),
    String(product.references.length),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', `${count(products.length, 'product')}, ${count(scenarios.length, 'scenario')}`].join('\n');
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const productRow = (product) => [
  `${product.name} (\`${product.id}\`)`,
  product.vendor.name,
  product.format,
  String(product.events.length),
  percent(product.malicious_share),
  String(product.parser_fields?.length ?? 0),
  product.references.map((url, index) => `[${index + 1}](${url})`).join(' '),
];

const byName = (one, other) => one.name.localeCompare(other.name, 'en');

function productSections(products) {
  const head = ['product', 'vendor', 'format', 'kinds of events', 'malicious', 'parser fields', 'documentation'];
  const categories = [...new Set(products.map(({ category }) => category))].toSorted((one, other) =>
    one.localeCompare(other, 'en'),
  );
  return categories.map((category) => {
    const rows = products
      .filter((product) => product.category === category)
      .toSorted(byName)
      .map(productRow);
    return `### ${category}\n\n${table(head, rows)}`;
  });
}

const scenarioRow = (scenario) => [
  `${scenario.name} (\`${scenario.id}\`)`,
  scenario.description,
  String(scenario.default_count),
  scenario.phases.map(({ name, mitre }) => (mitre.length > 0 ? `${name} (${mitre.join(', ')})` : name)).join(', '),
  scenario.products.map(({ name }) => name).join(', '),
];

/** `docs/catalogue.md`; its tables are not lined up, for one address would widen all rows. */
export function catalogueDocument({ products, scenarios }) {
  const vendors = new Set(products.map(({ vendor }) => vendor.id)).size;
  const parts = [
    '# Catalogue: what can be generated',
    'Written by `npm run content:check -- --write` from the files in `Backend/`; [content.md](content.md) says how to write them.',
    `${count(products.length, 'product')} of ${count(vendors, 'vendor')}, and ${count(scenarios.length, 'scenario')}.`,
    '## Products',
    ...productSections(products),
    '## Scenarios',
    table(['scenario', 'what happens', 'events', 'phases', 'products'], scenarios.toSorted(byName).map(scenarioRow)),
  ];
  return `${parts.join('\n\n')}\n`;
}
