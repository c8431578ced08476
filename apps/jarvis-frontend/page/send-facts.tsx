import { formatCount, formatLength, formatMoment } from './format';
import type { Send, SendResult } from './types';

const PACES: Readonly<Record<Send['plan']['pace'], string>> = {
  rate: 'In order, dated as sent',
  real: 'In real time',
  compressed: 'Compressed',
  backdated: 'Back-dated',
};

/** The numbers of a send at a glance. */
export function SendFacts({ send, result }: { send: Send; result: SendResult }) {
  const { events, malicious, mitre, first_at, last_at } = result;
  const isGenerated = send.source.kind !== 'upload';
  return (
    <dl class="history-facts">
      {isGenerated && (
        <div>
          <dt>Of attacks</dt>
          <dd>
            {formatCount(malicious)} <span class="quiet">of {formatCount(events)}</span>
          </dd>
        </div>
      )}
      {first_at && last_at && (
        <div>
          <dt>Dated</dt>
          <dd>
            {formatMoment(first_at)} to {formatMoment(last_at)}{' '}
            <span class="quiet">({formatLength(Date.parse(last_at) - Date.parse(first_at))})</span>
          </dd>
        </div>
      )}
      {send.source.kind !== 'product' && (
        <div>
          <dt>Timeline</dt>
          <dd>
            {PACES[send.plan.pace]}
            {send.plan.noise && <span class="quiet">, with background noise</span>}
          </dd>
        </div>
      )}
      {isGenerated && (
        <div>
          <dt>Seed</dt>
          <dd class="mono">{send.seed}</dd>
        </div>
      )}
      {mitre.length > 0 && (
        <div class="wide">
          <dt>MITRE ATT&CK</dt>
          <dd class="tags">
            {mitre.map((technique) => (
              <a
                key={technique}
                class="tag mono"
                href={`https://attack.mitre.org/techniques/${technique.replace('.', '/')}/`}
                target="_blank"
                rel="noreferrer"
              >
                {technique}
              </a>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
