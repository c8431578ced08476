import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { formatCount } from './format';
import type { ViewProps } from './generate-view';
import { ParsedRecordRow } from './parsed-record';
import type { ParsedText, Preview } from './types';
import { useCall } from './use-call';

const SHOWN = 100;
const EXAMPLES = 5;

/** Paste a log and see the fields that the parsers read in it. */
export function ParserView({ instance }: ViewProps) {
  const [text, setText] = useState('');
  const [productId, setProductId] = useState('');
  const [parsed, setParsed] = useState<ParsedText | undefined>();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const { answer: meanings = {} } = useCall<Readonly<Record<string, string>>>('parse/fields');
  const products = instance.products.toSorted((a, b) => a.name.localeCompare(b.name));
  const nameOf = (id: string): string => products.find((product) => product.id === id)?.name ?? id;

  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await work().catch((cause: unknown) => setError(messageOf(cause)));
    setBusy(false);
  };
  const read = async (pasted: string): Promise<void> => {
    setParsed(undefined);
    setParsed(await call<ParsedText>('POST', 'parse', { text: pasted, ...(productId && { product_id: productId }) }));
  };
  const example = async (): Promise<void> => {
    const open = products.filter(({ allowed }) => allowed);
    const product_id = productId || open[Math.floor(Math.random() * open.length)]?.id;
    const { events } = await call<Preview>('POST', 'generate', { product_id, count: EXAMPLES });
    const lines = events.map(({ raw }) => raw).join('\n');
    setText(lines);
    await read(lines);
  };

  return (
    <main class="single parser">
      <section class="panel" aria-labelledby="parser">
        <h2 id="parser">Parser</h2>
        <p class="about">
          Paste log lines of any of the {products.length} products, JSON or XML over several lines too, and see the
          common fields that a parser reads in them.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void act(() => read(text));
          }}
        >
          <div class="field">
            <label for="pasted">Log</label>
            <textarea
              id="pasted"
              class="mono"
              rows={8}
              spellcheck={false}
              placeholder="Paste one or more log lines here"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <div class="parser-controls">
            <div class="field">
              <label for="parser-product">Product</label>
              <select
                id="parser-product"
                value={productId}
                onChange={(event) => setProductId(event.currentTarget.value)}
              >
                <option value="">Find it for me</option>
                {products.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit" class="primary" disabled={busy || text.trim() === ''}>
              {busy ? 'Reading…' : 'Read fields'}
            </button>
            <button
              type="button"
              disabled={busy || !instance.session.features.log_generation}
              onClick={() => void act(example)}
            >
              Show an example
            </button>
          </div>
          {error && (
            <p class="form-error" role="alert">
              {error}
            </p>
          )}
        </form>
      </section>
      {parsed && (
        <section class="panel" aria-labelledby="fields">
          <div class="panel-head">
            <h2 id="fields">Fields</h2>
            <span class="quiet" role="status">
              {formatCount(parsed.read)} of {formatCount(parsed.total)} records read
            </span>
          </div>
          <ol class="parser-records" aria-label="Records">
            {parsed.records.slice(0, SHOWN).map((record, index) => (
              <ParsedRecordRow key={index} record={record} nameOf={nameOf} meanings={meanings} />
            ))}
          </ol>
          {parsed.total > SHOWN && <p class="quiet">The first {SHOWN} are shown.</p>}
        </section>
      )}
    </main>
  );
}
