import { piecesOf } from './marks';
import type { ParsedRecord } from './types';

interface Props {
  readonly record: ParsedRecord;
  readonly nameOf: (productId: string) => string;
  /** What each field means. */
  readonly meanings: Readonly<Record<string, string>>;
}

/** A record with the fields that were read in it, and where their values stand. */
export const ParsedRecordRow = ({ record, nameOf, meanings }: Props) => (
  <li class={record.error ? 'parser-record unread' : 'parser-record'}>
    <p class="event-head">
      {record.product_id && <strong>{nameOf(record.product_id)}</strong>}
      {record.also.length > 0 && <span class="quiet">or {record.also.map(nameOf).join(', ')}</span>}
      {record.error && <span class="error">{record.error}</span>}
    </p>
    <pre>
      {piecesOf(record.raw, record.fields).map(({ text, field }, index) =>
        field ? (
          <mark key={index} title={field}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </pre>
    {!record.error && (
      <dl class="parser-fields">
        {Object.entries(record.fields).map(([name, value]) => (
          <div key={name}>
            <dt class="mono" title={meanings[name]}>
              {name}
            </dt>
            <dd>
              {value}
              {meanings[name] && <span class="parser-meaning">{meanings[name]}</span>}
            </dd>
          </div>
        ))}
      </dl>
    )}
  </li>
);
